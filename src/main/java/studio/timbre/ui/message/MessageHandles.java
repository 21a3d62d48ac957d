package studio.timbre.ui.message;

import studio.timbre.ui.fx.Texts;

/** Gives messages the handles by which they are dragged and picked out. */
public final class MessageHandles {
  private MessageHandles() {}

  public static void put(MessageCard card, Texts texts, TurnSelection selection, int index) {
    card.lead(new Grip(texts, selection, index, card));
  }
}
