package studio.timbre.ui.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** A project and a pack of it in which both sides did something. */
public final class MadeClashes {
  private MadeClashes() {}

  private static Conversation talk(String question, String answer) {
    return Conversation.of(
        Message.of(Role.SYSTEM, "You speak for Gull & Kettle: warm, brief, never pushy."),
        Message.of(Role.USER, question),
        Message.of(Role.ASSISTANT, answer));
  }

  /** Makes both files. */
  public static void make(Timbre timbre, Path file, Path pack) throws Exception {
    long[] ids;
    try (var ours = timbre.create(file)) {
      ids =
          new long[] {
            ours.add(
                talk(
                    "Where is my order? I have been waiting for a week now.",
                    "It left us on Monday and should be with you by Thursday."),
                Split.TRAINING,
                Optional.empty()),
            ours.add(talk("Can I get oat milk?", "You can."), Split.TRAINING, Optional.empty()),
            ours.add(talk("When do you open?", "At 8."), Split.TRAINING, Optional.empty()),
            ours.add(talk("Do you take dogs?", "We do."), Split.TRAINING, Optional.empty())
          };
      ours.packs().make(ids, "Ana", pack, Progress.NONE);
      ours.write(
          "edit",
          pen -> {
            var first = pen.find(ids[0]).orElseThrow();
            pen.put(
                ids[0],
                first
                    .withStatus(Status.APPROVED)
                    .withConversation(
                        talk(
                            "Where is my order? I have been waiting for a week now.",
                            "It left the roastery on Monday and will be with you by Wednesday."))
                    .withReview(first.review().withNote("Checked with the warehouse.")));
            return 1;
          });
      ours.setStatus(Status.APPROVED, ids[1]);
    }
    try (var theirs = timbre.open(pack)) {
      edit(theirs, ids);
    }
  }

  private static void edit(ProjectSession theirs, long... ids) {
    theirs.write(
        "edit",
        pen -> {
          var first = pen.find(ids[0]).orElseThrow();
          pen.put(
              ids[0],
              first
                  .withStatus(Status.REJECTED)
                  .withConversation(
                      talk(
                          "Where is my order? I have been waiting for a week now.",
                          "It left us on Monday, so it should be with you by Thursday at the latest. Sorry for the wait."))
                  .withReview(
                      first
                          .review()
                          .withNote("Too cold for my taste.")
                          .withTags(List.of("order", "delivery"))));
          var second = pen.find(ids[1]).orElseThrow();
          pen.put(
              ids[1],
              second.withConversation(talk("Can I get oat milk?", "You can, at no extra cost.")));
          return 1;
        });
    theirs.delete(ids[2]);
    theirs.add(
        talk("Is there Wi-Fi?", "There is, and the password hangs by the till."),
        Split.TRAINING,
        Optional.of(ids[3]));
  }
}
