package org.caucus.coalition.mentions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Whom a text mentions among those who can read it, and which names in it tell nobody. Pure.
 *
 * @param mentions each name once, in their order
 * @param outside names of those who are here and cannot read it (R7)
 * @param unclear names that several who can read it have
 * @param largeGroup whether it names a group that only a convenor can mention
 * @param tooMany whether it names more than {@link #MAX_MENTIONS}
 */
public record MentionReading(
    List<Mention> mentions,
    List<String> outside,
    List<String> unclear,
    boolean largeGroup,
    boolean tooMany) {
  /** Most people, organisations and groups that one text mentions; each of them counts once. */
  public static final int MAX_MENTIONS = 50;

  /** Most readers, without the author, of a group that is mentioned by somebody but a convenor. */
  public static final int MAX_GROUP_READERS = 100;

  /** Ways of writing those names that are kept, with capitals or accents here and there. */
  static final int MAX_SPELLINGS = 100;

  private static final MentionReading NOTHING =
      new MentionReading(List.of(), List.of(), List.of(), false, false);

  /** A copy that nobody else can change. */
  public MentionReading {
    mentions = List.copyOf(mentions);
    outside = List.copyOf(outside);
    unclear = List.copyOf(unclear);
  }

  /** Whether a text can mention anybody at all. */
  public static boolean mayMention(String text) {
    return MentionParser.mayName(text);
  }

  /**
   * Reads a text.
   *
   * @param scope who can read it
   */
  public static MentionReading of(Members members, SeatId author, Scope scope, String text) {
    List<MentionParser.Found> found = MentionParser.in(text, members);
    return found.isEmpty() ? NOTHING : new Reader(members, author, scope).read(found);
  }

  /** Whether all it names are told. */
  public boolean isWhole() {
    return outside.isEmpty() && unclear.isEmpty() && !largeGroup && !tooMany;
  }

  /**
   * Demands that all it names are told.
   *
   * @param field in which it was written
   */
  public void mustBeWhole(String field) {
    if (!outside.isEmpty()) {
      throw Refusal.invalid(field, Message.of("mention-outside", "people", list(outside)));
    }
    if (!unclear.isEmpty()) {
      throw Refusal.invalid(
          field, Message.of("mention-unclear", "name", Objects.requireNonNull(unclear.getFirst())));
    }
    if (tooMany) {
      throw Refusal.tooLarge(field, Message.of("mention-too-many", "limit", MAX_MENTIONS));
    }
    if (largeGroup) {
      throw Refusal.invalid(field, Message.of("mention-large-group", "limit", MAX_GROUP_READERS));
    }
  }

  /** Names one after another, as a sentence shows them. */
  public static String list(List<String> names) {
    return String.join(", ", names);
  }

  private static final class Reader {
    private final Members members;
    private final Seat author;
    private final Scope scope;
    private final Access access;
    private final Map<Spelling, Mention> mentions = new LinkedHashMap<>();
    private final Map<MentionNames.Target, Boolean> reached = new HashMap<>();
    private final Map<MentionNames.Target, Boolean> tooLarge = new HashMap<>();
    private final Set<String> outside = new LinkedHashSet<>();
    private final Set<String> unclear = new LinkedHashSet<>();
    private boolean large;

    Reader(Members members, SeatId author, Scope scope) {
      this.members = members;
      this.author = Objects.requireNonNull(members.seats().get(author));
      this.scope = scope;
      this.access = new Access(members);
    }

    MentionReading read(List<MentionParser.Found> found) {
      found.forEach(this::take);
      List<Mention> told = new ArrayList<>();
      Set<MentionNames.Target> targets = new HashSet<>();
      boolean many = false;
      for (Map.Entry<Spelling, Mention> one : mentions.entrySet()) {
        MentionNames.Target target = one.getKey().target();
        if (!targets.contains(target) && targets.size() == MAX_MENTIONS) {
          many = true;
        } else if (targets.add(target) || told.size() < MAX_SPELLINGS) {
          told.add(one.getValue());
        }
      }
      return new MentionReading(told, List.copyOf(outside), List.copyOf(unclear), large, many);
    }

    private void take(MentionParser.Found found) {
      List<MentionNames.Target> meant =
          found.targets().stream()
              .filter(t -> reached.computeIfAbsent(t, this::isReached))
              .toList();
      if (meant.isEmpty()) {
        tell(outside, found);
      } else if (isUnclear(meant)) {
        tell(unclear, found);
      } else if (tooLarge.computeIfAbsent(meant.getFirst(), this::isTooLarge)) {
        large = true;
      } else {
        add(meant.getFirst(), found);
      }
    }

    /** A sentence about names has room for so many. */
    private static void tell(Set<String> names, MentionParser.Found found) {
      if (names.size() < MAX_MENTIONS) {
        names.add(found.said());
      }
    }

    private void add(MentionNames.Target target, MentionParser.Found found) {
      mentions.merge(
          new Spelling(target, found.said()),
          new Mention(target.kind(), target.id(), found.said(), found.asks()),
          (was, is) -> is.asks() ? is : was);
    }

    /** Whether anyone who is meant can read it. */
    private boolean isReached(MentionNames.Target target) {
      Predicate<Seat> reads = seat -> access.canRead(seat.id(), scope);
      return switch (target.kind()) {
        case PERSON -> access.canRead(new SeatId(target.id()), scope);
        case ORGANISATION ->
            members.active().stream()
                .filter(s -> s.organisation().equals(target.id()))
                .anyMatch(reads);
        case GROUP -> members.active().stream().filter(s -> isIn(target.id(), s)).anyMatch(reads);
      };
    }

    private boolean isIn(String group, Seat seat) {
      return group.equals(Mention.EVERYONE)
          || members.organisationOf(seat).side() == Side.CIVIL_SOCIETY;
    }

    /** Whether they are several people; several seats of one are told once. */
    private boolean isUnclear(List<MentionNames.Target> reached) {
      return reached.stream()
              .filter(t -> t.kind() == Mention.Kind.PERSON)
              .map(t -> Objects.requireNonNull(members.seats().get(new SeatId(t.id()))).person())
              .distinct()
              .limit(2)
              .count()
          > 1;
    }

    private boolean isTooLarge(MentionNames.Target target) {
      return target.kind() == Mention.Kind.GROUP
          && !members.isConvenor(author.id())
          && members.active().stream()
                  .filter(s -> isIn(target.id(), s) && !s.id().equals(author.id()))
                  .filter(s -> access.canRead(s.id(), scope))
                  .limit(MAX_GROUP_READERS + 1L)
                  .count()
              > MAX_GROUP_READERS;
    }
  }

  /** A way in which somebody is named. */
  private record Spelling(MentionNames.Target target, String said) {}
}
