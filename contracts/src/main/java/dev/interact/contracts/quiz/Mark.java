package dev.interact.contracts.quiz;

/**
 * What became of one item.
 *
 * @param item the item's id
 * @param choice the position, as shown, of the chosen option; null where none could be read
 * @param correct whether the choice is the key's; false where none could be read
 */
public record Mark(String item, Integer choice, boolean correct) {
  /** Whether a choice could be read. */
  public boolean parsed() {
    return choice != null;
  }
}
