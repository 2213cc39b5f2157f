package org.caucus.updates.asked;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.updates.Particulars;
import org.caucus.updates.Update;
import org.caucus.updates.drafts.DraftDecider;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines at the head of a company's letter, such as {@code Kind: position} and {@code
 * Publish-at: 2026-12-01T09:00+01:00}. What is not understood refuses all of it, with the rule and
 * the lines put right.
 */
public final class UpdateLines {
  /** Most lines at the head. */
  public static final int MAX_LINES = 10;

  /** What a line at the head may be of, in lower case. */
  public static final Set<String> HEAD_KEYS =
      Set.of("kind", "stage", "attribution", "link", "links", "publish-at");

  private final Instant now;
  private Update.@Nullable Kind kind;
  private Update.@Nullable Stage stage;
  private Update.@Nullable Attribution attribution;
  private final List<Ref> links = new ArrayList<>();
  private @Nullable Instant publishAt;

  private UpdateLines(Instant now) {
    this.now = now;
  }

  /** One line. */
  public record Line(String key, String value) {}

  /**
   * What is asked, or why not.
   *
   * @param wrong what is wrong, without a word of the letter; null if all is well
   * @param example the same lines put right; empty if all is well
   */
  public record Reading(UpdateAsks asks, @Nullable String wrong, List<Line> example) {}

  /** Whether a line of this key is read. */
  public static boolean isKey(String key) {
    return HEAD_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Reads lines that were found, in a letter of this time. */
  public static Reading read(List<Line> lines, Instant now) {
    UpdateLines all = new UpdateLines(now);
    List<Line> example = new ArrayList<>();
    String wrong = lines.size() > MAX_LINES ? "At most " + MAX_LINES + " lines are read." : null;
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      try {
        all.take(line);
        example.add(line);
      } catch (Refused no) {
        wrong = wrong == null ? no.why() : wrong;
        example.add(new Line(line.key(), right(line.key(), now)));
      }
    }
    return wrong == null
        ? new Reading(
            new UpdateAsks(all.kind, all.stage, all.attribution, all.links, all.publishAt),
            null,
            List.of())
        : new Reading(UpdateAsks.NOTHING, wrong, example);
  }

  /** The lines that ask this, and say what would be understood without them; no links. */
  public static List<Line> of(UpdateAsks asks) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Kind", word(asks.said())));
    lines.add(new Line("Stage", word(asks.reached())));
    lines.add(new Line("Attribution", word(asks.quotable())));
    if (asks.publishAt() != null) {
      lines.add(new Line("Publish-at", asks.publishAt().toString()));
    }
    return lines;
  }

  private void take(Line line) {
    String value = line.value();
    switch (line.key().toLowerCase(Locale.ROOT)) {
      case "kind" -> kind = once("Kind", kind, constant("Kind", Update.Kind.values(), value));
      case "stage" -> stage = once("Stage", stage, constant("Stage", Update.Stage.values(), value));
      case "attribution" ->
          attribution =
              once(
                  "Attribution",
                  attribution,
                  constant("Attribution", Update.Attribution.values(), value));
      case "publish-at" -> publishAt = once("Publish-at", publishAt, hour(value));
      default -> links(value);
    }
  }

  private static <T> T once(String key, @Nullable T before, T value) {
    if (before != null) {
      throw Refused.invalid(key, key + " is said once.");
    }
    return value;
  }

  private static <E extends Enum<E>> E constant(String key, E[] all, String value) {
    String word = value.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    return Arrays.stream(all)
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Refused.invalid(key, key + " is one of: " + words(all) + "."));
  }

  private static String words(Enum<?>[] all) {
    return Arrays.stream(all).map(UpdateLines::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Instant hour(String value) {
    try {
      Instant at = OffsetDateTime.parse(value.replace(' ', 'T')).toInstant();
      if (at.isAfter(now) && !at.isAfter(now.plus(DraftDecider.AHEAD))) {
        return at;
      }
    } catch (DateTimeException e) {
      // said below, as for an hour that is past
    }
    throw Refused.invalid(
        "Publish-at",
        "Publish-at is an hour to come, at most "
            + DraftDecider.AHEAD.toDays()
            + " days ahead, with its offset, such as 2026-12-01T09:00+01:00.");
  }

  /** Issues by their label, or pages by their address. */
  private void links(String value) {
    String[] names = value.split("[, ]+", Particulars.MAX_LINKS + 2);
    for (String name : names) {
      links.add(
          link(name)
              .orElseThrow(
                  () ->
                      Refused.invalid(
                          "Links",
                          "Links are labels of issues such as COP-12, or addresses of pages of"
                              + " issues, actions and updates here, with commas between them.")));
    }
    if (links.size() > Particulars.MAX_LINKS) {
      throw Refused.invalid("Links", "At most " + Particulars.MAX_LINKS + " links are given.");
    }
  }

  private static Optional<Ref> link(String name) {
    String[] parts = name.split("/", -1);
    String id = parts[parts.length - 1];
    if (id.isEmpty() || id.length() > 80 || !id.chars().allMatch(UpdateLines::isOfName)) {
      return Optional.empty();
    }
    if (parts.length == 1) {
      return id.indexOf('-') > 0 ? Optional.of(Ref.to(Ref.Kind.ISSUE, id)) : Optional.empty();
    }
    return switch (parts[parts.length - 2]) {
      case "issues" -> Optional.of(Ref.to(Ref.Kind.ISSUE, id));
      case "actions" -> Optional.of(Ref.to(Ref.Kind.ACTION, id));
      case "updates" -> Optional.of(Ref.to(Ref.Kind.UPDATE, id));
      default -> Optional.empty();
    };
  }

  private static boolean isOfName(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }

  /** A value that would be understood. */
  private static String right(String key, Instant now) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "kind" -> word(Update.Kind.POSITION);
      case "stage" -> word(Update.Stage.IN_REVIEW);
      case "attribution" -> word(Update.Attribution.ON_RECORD);
      case "publish-at" ->
          now.atOffset(ZoneOffset.UTC).plusDays(7).truncatedTo(ChronoUnit.HOURS).toString();
      default -> "COP-12";
    };
  }
}
