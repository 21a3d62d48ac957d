package studio.timbre.model.voice;

/**
 * The score of one answer of a conversation.
 *
 * @param message its place among the messages, from 0
 */
public record AnswerVoice(int message, VoiceScore score) {}
