/** The voice guide: its rules, what was learned from examples, and how well answers keep it. */
@org.jspecify.annotations.NullMarked
package studio.timbre.ui.voice;
