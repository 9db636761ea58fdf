package dev.interact.offline.judge;

import dev.interact.offline.quiz.Item;
import java.util.Optional;

/** An item of a quiz with the option that is said to be right; empty where that is not said. */
public record KeyedItem(Item item, Optional<Item.Option> key) {}
