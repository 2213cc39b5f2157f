package org.caucus.coalition.trackers.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.NonePhrases;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.mail.IssueMailFields.Related;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a letter about the provision an issue is about, about what it has to do with, and about
 * its tracker's own fields.
 */
final class IssueMailExtraFields {
  /** What is cited, part by part. */
  static final Set<String> CITING = Set.of("document", "part", "number", "quote");

  /** All parts of what is cited but its words, with commas between them, as letters print it. */
  static final String PROVISION = "provision";

  private static final List<String> PLACES = List.of("document", "part", "number");

  /** What it has to do with others. */
  static final Map<String, Relation.Kind> RELATING =
      Map.of(
          "blocks", Relation.Kind.BLOCKS,
          "duplicate", Relation.Kind.DUPLICATES,
          "parent", Relation.Kind.CHILD_OF,
          "relates", Relation.Kind.RELATES,
          "evidence", Relation.Kind.EVIDENCED_BY);

  /** Most other things that one letter can name. */
  static final int MAX_RELATED = 20;

  /** Before a name: it has nothing to do with that any more. */
  private static final String BACK = "-";

  private static final Map<String, String> QUOTES =
      Map.of("\"", "\"", "“", "”", "«", "»", "„", "“", "'", "'");

  private final TrackerConfig arrangement;
  private final Members members;
  private final Set<String> said = new HashSet<>();
  private final Map<String, String> cited = new HashMap<>();
  private final List<Related> related = new ArrayList<>();
  private final List<CustomFieldValue> own = new ArrayList<>();

  IssueMailExtraFields(TrackerConfig arrangement, Members members) {
    this.arrangement = arrangement;
    this.members = members;
  }

  /** Whether a line of this key is one of these. */
  static boolean isKey(String key, TrackerConfig arrangement) {
    String low = key.toLowerCase(Locale.ROOT);
    return low.equals(PROVISION)
        || CITING.contains(low)
        || RELATING.containsKey(low)
        || field(low, arrangement).isPresent();
  }

  private static Optional<CustomField> field(String key, TrackerConfig arrangement) {
    return arrangement
        .field(key)
        .or(
            () ->
                arrangement.fields().stream()
                    .filter(f -> f.name().equalsIgnoreCase(key))
                    .findFirst());
  }

  @Nullable CitationFields cites() {
    return cited.isEmpty()
        ? null
        : new CitationFields(
            cited.get("document"),
            cited.get("part"),
            cited.get("number"),
            StoredText.ofNullable(cited.get("quote")));
  }

  @Nullable List<Related> related() {
    return related.isEmpty() ? null : List.copyOf(related);
  }

  @Nullable List<CustomFieldValue> own() {
    return own.isEmpty() ? null : List.copyOf(own);
  }

  void take(CommandLine line) {
    String key = line.name();
    String value = line.value().strip();
    Relation.Kind kind = RELATING.get(key);
    if (kind != null) {
      relate(kind, value);
      return;
    }
    if (said.contains(key)) {
      throw Refusal.invalid(line.key(), Message.of("is-said-once", "field", line.key()));
    }
    if (key.equals(PROVISION)) {
      cite(value);
    } else if (CITING.contains(key)) {
      String words = NonePhrases.isMeant(value) ? "" : unquoted(value);
      cited.put(key, words);
      try {
        fits(List.of(), Objects.requireNonNull(cites()).over(null));
      } catch (Refusal no) {
        cited.remove(key);
        throw no;
      }
    } else {
      CustomField field = field(key, arrangement).orElseThrow();
      own.addAll(fits(List.of(new CustomFieldValue(field.id(), plain(field, value))), null));
    }
    said.add(key);
  }

  /** The last of several parts is the number, the first the document, as they are printed. */
  private void cite(String value) {
    Map<String, String> before = Map.copyOf(cited);
    String[] parts = NonePhrases.isMeant(value) ? new String[0] : value.split(", ", PLACES.size());
    for (int i = 0; i < PLACES.size(); i++) {
      cited.put(PLACES.get(i), i < parts.length ? parts[i].strip() : "");
    }
    try {
      fits(List.of(), Objects.requireNonNull(cites()).over(null));
    } catch (Refusal no) {
      cited.clear();
      cited.putAll(before);
      throw no;
    }
  }

  private List<CustomFieldValue> fits(List<CustomFieldValue> values, @Nullable Citation citation) {
    IssuePatch change =
        new IssuePatch(null, null, null, citation, null, values)
            .checked(arrangement, slug -> members.organisations().containsKey(slug));
    return change.own() == null ? List.of() : change.own();
  }

  /** A choice as it is spelt, an organisation by its short name; nothing for {@code none}. */
  private String plain(CustomField field, String value) {
    if (NonePhrases.isMeant(value)) {
      return "";
    }
    return field.spelt(value, members::slugOf);
  }

  private void relate(Relation.Kind kind, String value) {
    List<Related> more = new ArrayList<>();
    boolean again = false;
    for (String name : names(value).toList()) {
      Ref to = ref(kind, name).orElseThrow(() -> unknown(kind));
      again |=
          Stream.concat(related.stream(), more.stream())
              .anyMatch(r -> r.kind() == kind && r.to().equals(to));
      more.add(new Related(kind, to, name.startsWith(BACK)));
    }
    if (related.size() + more.size() > MAX_RELATED) {
      throw Refusal.invalid(
          "relation", Message.of("at-most-others-are-named", "limit", MAX_RELATED));
    }
    if (more.isEmpty() || again) {
      throw Refusal.invalid("relation", Message.of("each-is-named-once-and-at"));
    }
    related.addAll(more);
  }

  private static Refusal unknown(Relation.Kind kind) {
    return Refusal.invalid(
        "relation",
        kind == Relation.Kind.EVIDENCED_BY
            ? Message.of("evidence-is-named-by-labels-of")
            : Message.of("other-issues-are-named-by-their"));
  }

  private static Stream<String> names(String value) {
    return Arrays.stream(value.split("[, ]+", MAX_RELATED + 2))
        .filter(name -> !name.isBlank())
        .distinct();
  }

  /** A label, or the address of a page; only evidence can be something else than an issue. */
  private static Optional<Ref> ref(Relation.Kind kind, String name) {
    return Ref.named(name.startsWith(BACK) ? name.substring(BACK.length()) : name)
        .filter(to -> to.kind() == Ref.Kind.ISSUE || kind == Relation.Kind.EVIDENCED_BY);
  }

  /** Without the marks of a quotation around it. */
  private static String unquoted(String value) {
    String first = value.isEmpty() ? "" : value.substring(0, 1);
    String last = QUOTES.get(first);
    return last != null && value.length() > 1 && value.endsWith(last)
        ? value.substring(1, value.length() - 1).strip()
        : value;
  }

  /** The line as it may have been meant; empty for one that cannot be. */
  Optional<String> right(CommandLine line, Predicate<LocalDate> possible, LocalDate today) {
    String value = line.value().strip();
    Relation.Kind kind = RELATING.get(line.name());
    if (kind != null) {
      String known =
          names(value)
              .filter(name -> ref(kind, name).isPresent())
              .limit(MAX_RELATED)
              .collect(Collectors.joining(", "));
      return Optional.of(known).filter(some -> !some.isEmpty());
    }
    Optional<CustomField> field = field(line.name(), arrangement);
    if (field.isEmpty()) {
      return Optional.empty(); // a part of the citation is too long: which words, is its author's
    }
    return switch (field.get().kind()) {
      case TEXT -> Optional.empty();
      case CHOICE -> FuzzyMatch.of(value, field.get().choices());
      case DATE -> Optional.of(DateSuggestion.meant(value, today, possible).toString());
      case ORGANISATION ->
          FuzzyMatch.of(value, members.parties().stream().map(Organisation::slug).toList());
    };
  }
}
