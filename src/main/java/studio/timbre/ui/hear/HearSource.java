package studio.timbre.ui.hear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.Bill;
import studio.timbre.app.BudgetedHearing;
import studio.timbre.app.Hearing;
import studio.timbre.app.ProjectBudget;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Serving;
import studio.timbre.app.Timbre;
import studio.timbre.app.TunedModels;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Sampling;
import studio.timbre.model.Split;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.budget.BudgetKeeper;

/** What the Hear screen asks of the project, the library and the voices; each verb may touch the disk. */
interface HearSource extends BudgetKeeper {

  /**
   * A held-out conversation's beginning.
   *
   * @param system its system message, empty for none
   * @param question what they say
   * @param answer what we wrote
   */
  record Question(String system, String question, String answer) {}

  List<LibraryModel> models();

  /** Newest first. */
  List<RunSummary> runs();

  /** Held-out conversations that begin with a question and an answer, a few hundred at most. */
  List<Question> questions();

  /** The system message that most of the training conversations begin with; empty for none. */
  String usualSystem();

  /** The accounts at providers. */
  List<Connection> connections() throws UserFacingException;

  /** What jobs at providers have tuned, newest first. */
  List<TunedModel> tunedAtProviders();

  /** How those come to answer. */
  Serving serving();

  /** See {@link Hearing#modelsAt}. */
  List<String> modelsAt(Connection connection) throws UserFacingException;

  /** See {@link Hearing#forecast}. */
  Bill forecast(Hearing.Voice.Api voice, List<Message> conversation, Sampling sampling);

  /** See {@link BudgetedHearing#press}. */
  List<BudgetedHearing.Asking> press(
      List<Hearing.Voice> voices, List<Message> conversation, Sampling sampling)
      throws UserFacingException;

  static HearSource of(Timbre timbre, ProjectSession session) {
    return new HearSource() {
      private static final int MOST_QUESTIONS = 300;
      private static final int LOOKED_AT = 500;

      @Override
      public List<LibraryModel> models() {
        return timbre.models().list();
      }

      @Override
      public List<RunSummary> runs() {
        return session.runs().list();
      }

      @Override
      public List<Question> questions() {
        return first(Split.HELD_OUT, MOST_QUESTIONS).stream()
            .map(ConversationRow::conversation)
            .filter(told -> !told.question().isBlank() && !told.answer().isBlank())
            .map(told -> new Question(system(told).orElse(""), told.question(), told.answer()))
            .toList();
      }

      @Override
      public String usualSystem() {
        var counts = new LinkedHashMap<String, Integer>();
        for (var row : first(Split.TRAINING, LOOKED_AT)) {
          counts.merge(system(row.conversation()).orElse(""), 1, Integer::sum);
        }
        return counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
      }

      @Override
      public List<Connection> connections() throws UserFacingException {
        return timbre.connections().list();
      }

      @Override
      public List<TunedModel> tunedAtProviders() {
        return TunedModels.of(session.apiJobs());
      }

      @Override
      public Serving serving() {
        return session.budget().over(timbre.serving());
      }

      @Override
      public List<String> modelsAt(Connection connection) throws UserFacingException {
        return timbre.hearing().modelsAt(connection);
      }

      @Override
      public Bill forecast(Hearing.Voice.Api voice, List<Message> conversation, Sampling sampling) {
        return timbre.hearing().forecast(voice, conversation, sampling);
      }

      @Override
      public List<BudgetedHearing.Asking> press(
          List<Hearing.Voice> voices, List<Message> conversation, Sampling sampling)
          throws UserFacingException {
        return session.budget().over(timbre.hearing()).press(voices, conversation, sampling);
      }

      @Override
      public ProjectBudget.Standing budget() {
        return session.budget().standing();
      }

      @Override
      public void setBudget(OptionalDouble usd) {
        session.budget().set(usd);
      }

      private List<ConversationRow> first(Split split, int most) {
        return session.rows(
            Arrays.stream(session.ids(ConversationQuery.of(split))).limit(most).toArray());
      }

      private Optional<String> system(Conversation conversation) {
        return conversation.messages().stream()
            .filter(
                message ->
                    message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER))
            .findFirst()
            .map(Message::text);
      }
    };
  }
}
