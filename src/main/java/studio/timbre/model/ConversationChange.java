package studio.timbre.model;

import java.util.Optional;

/**
 * What an entry of the journal did to one conversation.
 *
 * @param before empty where it was not there
 * @param after empty where it is no longer there
 */
public record ConversationChange(
    ChangeInfo change, Optional<Curated> before, Optional<Curated> after) {}
