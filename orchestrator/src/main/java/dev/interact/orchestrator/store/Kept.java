package dev.interact.orchestrator.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rows of a table in memory: each is there once, and what was changed of those that somebody has
 * had in the present transaction is written by {@link #write}. To be used by one thread at a time.
 */
public final class Kept<R> {
  private final Table<R> table;
  private final Map<Object, Slot<R>> slots = new HashMap<>();
  private final Set<Slot<R>> touched = new LinkedHashSet<>();

  private static final class Slot<R> {
    private final R row;

    /** What the database has of it; null where it is not there yet. */
    private Object[] stored;

    private Slot(R row) {
      this.row = row;
    }
  }

  public Kept(Table<R> table) {
    this.table = table;
  }

  /** A row, which may be changed from now on; null where it is not kept. */
  public R get(Object key) {
    Slot<R> slot = slots.get(key);
    return slot == null ? null : touch(slot);
  }

  /** A row that is to be looked at only; null where it is not kept. */
  public R peek(Object key) {
    Slot<R> slot = slots.get(key);
    return slot == null ? null : slot.row;
  }

  /** Whether a row is not in the database yet. */
  public boolean isNew(Object key) {
    Slot<R> slot = slots.get(key);
    return slot != null && slot.stored == null;
  }

  /** Keeps a row as it was read; of one that is kept already, that which is kept counts. */
  public R read(R row) {
    return touch(
        slots.computeIfAbsent(
            table.key(row),
            key -> {
              Slot<R> slot = new Slot<>(row);
              slot.stored = table.state(row);
              return slot;
            }));
  }

  /** Keeps a new row. */
  public void add(R row) {
    Slot<R> slot = new Slot<>(row);
    if (slots.putIfAbsent(table.key(row), slot) != null) {
      throw new IllegalStateException("a row is there already: " + table.key(row));
    }
    touch(slot);
  }

  private R touch(Slot<R> slot) {
    touched.add(slot);
    return slot.row;
  }

  /** Those that somebody has had in the present transaction. */
  public List<R> touched() {
    return touched.stream().map(slot -> slot.row).toList();
  }

  public int size() {
    return slots.size();
  }

  /** The transaction is over: nobody changes rows that were had in it any more. */
  public void release() {
    touched.clear();
  }

  /** Keeps those alone that are needed, and those that somebody has. */
  public void retain(Predicate<R> needed) {
    slots.values().removeIf(slot -> !touched.contains(slot) && !needed.test(slot.row));
  }

  /** Writes what is new and what has changed, with as few statements as there are kinds of it. */
  public void write(Connection connection) throws SQLException {
    List<R> added = new ArrayList<>();
    Map<BitSet, List<R>> changed = new LinkedHashMap<>();
    for (Slot<R> slot : touched) {
      Object[] now = table.state(slot.row);
      if (slot.stored == null) {
        added.add(slot.row);
      } else if (!Arrays.equals(slot.stored, now)) {
        changed.computeIfAbsent(difference(slot.stored, now), w -> new ArrayList<>()).add(slot.row);
      }
      slot.stored = now;
    }
    if (!added.isEmpty()) {
      table.insert(added, connection);
    }
    for (Map.Entry<BitSet, List<R>> change : changed.entrySet()) {
      table.update(change.getKey(), change.getValue(), connection);
    }
  }

  private static BitSet difference(Object[] before, Object[] now) {
    BitSet which = new BitSet();
    for (int i = 0; i < now.length; i++) {
      which.set(i, !java.util.Objects.equals(before[i], now[i]));
    }
    return which;
  }

  /** The rows that are kept. */
  public Collection<R> rows() {
    return slots.values().stream().map(slot -> slot.row).toList();
  }
}
