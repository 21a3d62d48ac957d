package studio.timbre.ui.data;

import java.util.OptionalLong;

/**
 * A value that can be chosen in a group.
 *
 * @param name in words
 * @param count conversations that have it, under the filters of the other groups; empty while they are being counted
 */
record FilterChoice(FilterGroup group, Object value, String name, OptionalLong count) {}
