package org.caucus.platform.i18n;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reasons that were written into logs as English sentences alone, before messages had codes: each
 * is recognised by its words, and told in another language. {@code words/<area>.former.properties}
 * has these sentences as they were; what is written today has a code and never comes here.
 */
public final class LegacyReasons {
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)(\\*?)}");

  /** Begins the key of what stands within sentences only. */
  private static final String PART = "part.";

  private static final String END_OF_SENTENCE = "\\. ";

  /** Sentences of one text that are rendered one by one; more are no words of ours. */
  private static final int MOST_SENTENCES = 8;

  private static final Pattern FORM = Pattern.compile("\\.(one|other)$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final String COUNT = "count";

  /** Behind the name of a value that is words of ours. */
  private static final String OURS = "*";

  /** A sentence once worded so: the key it has, and which of its wordings this is. */
  private static final Pattern WORDING = Pattern.compile("\\.[0-9]{1,2}$");

  private static final LegacyReasons REFUSALS = new LegacyReasons("refusals", "");
  private static final LegacyReasons REASONS = new LegacyReasons("reasons", "reasons.");
  private static final LegacyReasons ORDERS = new LegacyReasons("orders", "orders.");

  private final List<Known> known = new ArrayList<>();

  /**
   * An English sentence.
   *
   * @param code by which it is said in each language
   */
  private record Known(String code, String english) {
    boolean isPart() {
      return code.startsWith(PART);
    }
  }

  private LegacyReasons(String area, String prefix) {
    MessageCatalogue.former(area)
        .forEach((key, english) -> add(prefix + WORDING.matcher(key).replaceFirst(""), english));
    // reasons of letters, imports and calls are still kept in words alone: in those of now
    MessageCatalogue.of(area)
        .in(Language.ENGLISH)
        .forEach((key, english) -> add(prefix + key, english));
  }

  private void add(String code, String english) {
    boolean isPlain = !english.contains(", plural,");
    if (isPlain && known.stream().noneMatch(k -> k.english().equals(english))) {
      known.add(new Known(code, english));
    }
  }

  /** Why a letter waited or was refused, as it was written before codes of reasons. */
  static Message reason(String english) {
    return REASONS
        .beginning(english)
        .flatMap(begun -> with(begun, english.substring(begun.english().length())))
        .or(() -> recognised(english))
        .orElseGet(() -> asWritten(english));
  }

  /**
   * A sentence and the rule or the lines that stand behind it; empty if it has no place for any.
   */
  private static Optional<Message> with(Known sentence, String rest) {
    Optional<String> name = Messages.names(sentence.code()).stream().findFirst();
    return name.isEmpty()
        ? Optional.of(Message.of(sentence.code())).filter(_ -> rest.isEmpty())
        : Optional.of(Message.of(sentence.code(), name.get(), behind(rest)));
  }

  /** Lines, without the end of the one before them, or a rule. */
  private static Object behind(String rest) {
    return rest.startsWith("\n")
        ? rest.substring(1)
        : recognised(rest).orElseGet(() -> asWritten(rest));
  }

  private static Message asWritten(String english) {
    return Message.of("reasons.as-written", "text", english);
  }

  /** The message that a refusal was; empty if it is none of them. */
  static Optional<Message> recognised(String english) {
    return REFUSALS.recognised(english, k -> !k.isPart(), true);
  }

  /** Why a request, an order or a row of a table was refused. */
  public static String refused(Language language, String english) {
    return REFUSALS.rendered(language, english);
  }

  /**
   * Why a letter waits or was not posted, alone or with the rule behind it that it broke. Lines of
   * the letter itself stay as they are.
   */
  public static String reason(Language language, String english) {
    return REASONS.translated(language, english);
  }

  /** Whether a text of a log is a reason, in any of the words that it had. */
  public static boolean isWordingOf(Message reason, String kept) {
    return REASONS.known.contains(new Known(reason.code(), kept));
  }

  /** Any of them. */
  static String any(Language language, String english) {
    boolean isOrder =
        ORDERS.beginning(english).isPresent()
            || ORDERS.recognised(english, k -> true, true).isPresent();
    return isOrder ? order(language, english) : reason(language, english);
  }

  /** Why an order of a letter was not done. */
  public static String order(Language language, String english) {
    return language == Language.ENGLISH
        ? english
        : ORDERS
            .recognised(english, k -> true, true)
            .flatMap(m -> Messages.trySay(language, m))
            .orElseGet(() -> ORDERS.translated(language, english));
  }

  /** A sentence without values, and what follows it as a refusal. What is not one stays whole. */
  private String translated(Language language, String english) {
    if (language == Language.ENGLISH) {
      return english;
    }
    return beginning(english)
        .map(k -> said(language, k, english.substring(k.english().length())))
        .orElseGet(() -> refused(language, english));
  }

  /** A sentence that has a place for what followed it once, or else with that behind it. */
  private static String said(Language language, Known sentence, String rest) {
    String told = refused(language, rest);
    return Messages.names(sentence.code()).stream()
        .findFirst()
        .map(name -> Messages.say(language, Message.of(sentence.code(), name, told)))
        .orElseGet(() -> Messages.say(language, Message.of(sentence.code())) + told);
  }

  /** The longest sentence that this begins with. */
  private Optional<Known> beginning(String english) {
    return known.stream()
        .filter(k -> english.startsWith(k.english()))
        .max(Comparator.comparingInt(k -> k.english().length()));
  }

  /** One sentence of these, or several after each other. What is not one of these stays. */
  private String rendered(Language language, String english) {
    if (language == Language.ENGLISH) {
      return english;
    }
    boolean many = english.split(END_OF_SENTENCE, MOST_SENTENCES + 1).length > MOST_SENTENCES;
    return whole(language, english)
        .or(() -> many ? Optional.empty() : bySentences(language, english))
        .or(
            () ->
                recognised(english, k -> !k.isPart(), true)
                    .flatMap(m -> Messages.trySay(language, m)))
        .orElse(english);
  }

  /** One sentence after the other; empty if none of them is known. */
  private Optional<String> bySentences(Language language, String english) {
    for (int end = english.lastIndexOf(". "); end > 0; end = english.lastIndexOf(". ", end - 1)) {
      String rest = english.substring(end + 2);
      Optional<String> first = whole(language, english.substring(0, end + 1));
      if (first.isPresent()) {
        return Optional.of(first.get() + " " + rendered(language, rest));
      }
    }
    int next = english.indexOf(". ") + 2;
    return next < 2
        ? Optional.empty()
        : whole(language, english.substring(next))
            .or(() -> bySentences(language, english.substring(next)))
            .map(rest -> english.substring(0, next) + rest);
  }

  /** One sentence, with no end of another in its values. */
  private Optional<String> whole(Language language, String english) {
    return recognised(english, k -> !k.isPart(), false).flatMap(m -> Messages.trySay(language, m));
  }

  /** Empty if it is not one of them. */
  private Optional<Message> recognised(String english, Predicate<Known> among, boolean anyValue) {
    @Nullable Message best = null;
    int most = -1;
    for (Known each : known) {
      int literal = VALUE.matcher(each.english()).replaceAll("").length();
      if (literal > most && literal <= english.length() && among.test(each)) {
        Optional<Message> message =
            values(each.english(), english)
                .filter(
                    found -> anyValue || found.values().stream().noneMatch(v -> v.contains(". ")))
                .flatMap(found -> message(each, found));
        if (message.isPresent()) {
          best = message.get();
          most = literal;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Empty where something else than a number stands for one. */
  private Optional<Message> message(Known sentence, Map<String, String> values) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    values.forEach((name, value) -> arguments.put(bare(name), argument(name, value)));
    Matcher form = FORM.matcher(sentence.code());
    if (!form.find()) {
      return Optional.of(new Message(sentence.code(), arguments));
    }
    String count = form.group(1).equals("one") ? "1" : values.getOrDefault(COUNT, "");
    if (!NUMBER.matcher(count).matches()) {
      return Optional.empty();
    }
    arguments.put(COUNT, Integer.valueOf(count));
    return Optional.of(new Message(form.replaceFirst(""), arguments));
  }

  /** Words of ours within a sentence have a code as well. */
  private Object argument(String name, String value) {
    return name.endsWith(OURS)
        ? recognised(value, Known::isPart, true).map(Object.class::cast).orElse(value)
        : value;
  }

  private static String bare(String name) {
    return name.replace(OURS, "");
  }

  /** What stands in the places of a sentence; empty if it is another sentence. */
  private static Optional<Map<String, String>> values(String sentence, String said) {
    List<String> literals = List.of(VALUE.split(sentence, -1));
    List<String> names =
        VALUE.matcher(sentence).results().map(r -> r.group(1) + r.group(2)).toList();
    if (!said.startsWith(literals.getFirst())) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    int at = literals.getFirst().length();
    for (int i = 1; i < literals.size(); i++) {
      String literal = literals.get(i);
      boolean last = i == literals.size() - 1;
      int next = last ? said.length() - literal.length() : said.indexOf(literal, at);
      if (next < at || !said.startsWith(literal, next)) {
        return Optional.empty();
      }
      values.put(names.get(i - 1), said.substring(at, next));
      at = next + literal.length();
    }
    return at == said.length() ? Optional.of(values) : Optional.empty();
  }
}
