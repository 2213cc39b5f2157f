package org.caucus.coalition.updates.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.coalition.mailcommands.headers.HeaderReader;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.NonePhrases;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields.Way;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a liaison's answer asks to become of the update of their company: {@code Correct: the
 * number was wrong}, {@code Retract: it was not ours to say}, {@code Stage: decided}. What is not
 * understood refuses all of it, with the rule and the lines put right.
 */
public final class UpdateLifecycleMailParser implements HeaderReader<UpdateLifecycleMailFields> {
  /** Most lines. */
  public static final int MAX_LINES = 10;

  /** Most characters of a title. */
  private static final int MAX_TITLE_CHARS = 250;

  /** The rule for lines that are none of these. */
  public static final Message KNOWN = Message.of("of-an-update-these-can-be");

  /** The rule for lines that say what it is corrected to, without that word. */
  public static final Message ONLY_CORRECT = Message.of("title-kind-attribution-provision-and-due");

  /** What a line may be of, in lower case. */
  public static final Set<String> KEYS =
      Set.of("correct", "retract", "stage", "title", "kind", "attribution", "provision", "due");

  /** The word that says what is to become of it, as it is written in other languages. */
  private static final Map<String, String> IN_OTHER_LANGUAGES =
      Map.ofEntries(
          Map.entry("rectifier", "correct"),
          Map.entry("corriger", "correct"),
          Map.entry("تصحيح", "correct"),
          Map.entry("retirer", "retract"),
          Map.entry("rétracter", "retract"),
          Map.entry("retracter", "retract"),
          Map.entry("سحب", "retract"),
          Map.entry("تراجع", "retract"),
          Map.entry("étape", "stage"),
          Map.entry("etape", "stage"), // capitals are often written without their accents
          Map.entry("المرحلة", "stage"),
          Map.entry("المرحله", "stage"),
          Map.entry("مرحلة", "stage"));

  /** A shorter word of another language is like too many others, in characters. */
  private static final int LIKELY_CHARS = 5;

  private static final Map<String, Way> WAYS =
      Map.of("correct", Way.CORRECT, "retract", Way.RETRACT, "stage", Way.STAGE);

  /** How those words are written, with which others may have been meant. */
  private static final List<String> WORDS = List.of("correct", "retract", "stage");

  private final Set<String> said = new HashSet<>();
  private @Nullable Way way;
  private @Nullable String why;
  private Update.@Nullable Stage stage;
  private @Nullable String title;
  private Update.@Nullable Kind kind;
  private Update.@Nullable Attribution attribution;
  private @Nullable String provision;
  private boolean dueChanged;
  private @Nullable LocalDate due;

  private final Instant now;

  private UpdateLifecycleMailParser(Instant now) {
    this.now = now;
  }

  /** Whether a line of this key is read. */
  public static boolean isKey(String key) {
    return KEYS.contains(plain(key));
  }

  /** What a line may be of; a slip in the first is looked for by {@link #meant}. */
  public static HeaderKeys keys() {
    return HeaderKeys.of(UpdateLifecycleMailParser::isKey, KEYS.stream().sorted().toList())
        .openedRight();
  }

  /** As it is looked up, whatever its language. */
  private static String plain(String key) {
    String low = key.toLowerCase(Locale.ROOT);
    return IN_OTHER_LANGUAGES.getOrDefault(low, low);
  }

  /** Whether one of the lines says what is to become of the update. */
  public static boolean isAsked(List<CommandLine> lines) {
    return lines.stream().anyMatch(line -> WAYS.containsKey(plain(line.key())));
  }

  /** The word that a slip may have been meant for; empty for one that is written right. */
  public static Optional<String> meant(String key) {
    return isKey(key) ? Optional.empty() : FuzzyMatch.of(key, WORDS).or(() -> elsewhere(key));
  }

  private static Optional<String> elsewhere(String key) {
    return key.length() < LIKELY_CHARS
        ? Optional.empty()
        : FuzzyMatch.slip(key, IN_OTHER_LANGUAGES.keySet().stream().sorted().toList());
  }

  /** Reads lines that were found, in a letter of this time. */
  public static HeaderReading<UpdateLifecycleMailFields> read(
      List<CommandLine> lines, Instant now) {
    UpdateLifecycleMailParser all = new UpdateLifecycleMailParser(now);
    HeaderReading<UpdateLifecycleMailFields> reading = HeaderReading.of(lines, MAX_LINES, all);
    return reading.wrong() == null && all.saysMoreThanItsWord()
        ? new HeaderReading<>(
            null,
            ONLY_CORRECT,
            lines.stream().filter(line -> WAYS.containsKey(plain(line.key()))).toList())
        : reading;
  }

  private boolean saysMoreThanItsWord() {
    return way != Way.CORRECT && said.size() > 1;
  }

  @Override
  public @Nullable UpdateLifecycleMailFields asks() {
    return way == null
        ? null
        : new UpdateLifecycleMailFields(
            way,
            StoredText.ofNullable(why),
            stage,
            title,
            kind,
            attribution,
            provision,
            dueChanged,
            due,
            null);
  }

  @Override
  public CommandLine named(CommandLine line) {
    return isKey(line.key())
        ? line
        : FuzzyMatch.of(line.key(), KEYS.stream().sorted().toList()).map(line::called).orElse(line);
  }

  @Override
  public void take(CommandLine line) {
    String name = plain(line.key());
    Way asked = WAYS.get(name);
    if (!KEYS.contains(name)) {
      throw Refusal.invalid(line.key(), KNOWN);
    }
    if (said.contains(name)) {
      throw Refusal.invalid(line.key(), Message.of("is-said-once", "field", line.key()));
    }
    if (asked != null && way != null) {
      throw Refusal.invalid(line.key(), Message.of("an-update-is-corrected-retracted-or"));
    }
    String value = line.value().strip();
    switch (name) {
      case "correct", "retract" -> why = value.isEmpty() ? null : value;
      case "stage" -> stage = one("Stage", Update.Stage.values(), value);
      case "title" -> title = within(value);
      case "kind" -> kind = one("Kind", Update.Kind.values(), value);
      case "attribution" -> attribution = one("Attribution", Update.Attribution.values(), value);
      case "provision" -> provision = NonePhrases.isMeant(value) ? "" : provision(value);
      default -> {
        due =
            NonePhrases.isMeant(value)
                ? null
                : UpdateReferences.day(
                    DateSuggestion.iso(value, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        dueChanged = true;
      }
    }
    way = asked == null ? way : asked;
    said.add(name);
  }

  private static <E extends Enum<E>> E one(String key, E[] all, String value) {
    return UpdateMailParser.constant(key, all, value);
  }

  private static String provision(String value) {
    return UpdateMailParser.provision(value);
  }

  private static String within(String value) {
    if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_TITLE_CHARS) {
      throw Refusal.invalid(
          "Title", Message.of("a-title-has-1-to-characters-2", "limit", MAX_TITLE_CHARS));
    }
    return value;
  }

  /** The line as it may have been meant; empty for one that cannot be. */
  @Override
  public Optional<CommandLine> right(CommandLine line) {
    String value = line.value();
    Optional<String> right =
        switch (plain(line.key())) {
          case "stage" -> near(value, Update.Stage.values());
          case "kind" -> near(value, Update.Kind.values());
          case "attribution" -> Optional.of(UpdateMailParser.quotable(value));
          case "due" ->
              Optional.of(
                  DateSuggestion.meant(
                          value,
                          LocalDate.ofInstant(now, ZoneOffset.UTC),
                          UpdateLifecycleMailParser::isPossible)
                      .toString());
          default -> Optional.empty();
        };
    return right.map(line::saying);
  }

  private static boolean isPossible(LocalDate day) {
    return day.getYear() >= UpdateReferences.MIN_YEAR && day.getYear() <= UpdateReferences.MAX_YEAR;
  }

  /** The word that is nearest, in whatever language it is; none goes without saying. */
  private static <E extends Enum<E>> Optional<String> near(String value, E[] all) {
    return ChoiceParser.nearest(value, all)
        .map(ChoiceParser::word)
        .or(() -> FuzzyMatch.of(value, EnumNames.words(all).keySet()));
  }
}
