package org.caucus.http;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Which field a request violated the contract with, read from the validator's output.
 *
 * @param field name of the field or parameter; null if the whole body is at fault
 */
record SchemaFault(@Nullable String field, Message reason) {
  /** Longest part of an unknown name that is said again, in characters. */
  private static final int MAX_NAME = 80;

  private static final Pattern PARAMETER = Pattern.compile("(?:parameter|Parameter) '?([\\w-]+)'?");
  private static final Pattern UNKNOWN = Pattern.compile("[\"']([^\"']{1,80})[\"']");

  private static final Pattern TYPE =
      Pattern.compile("type (\\S+) is invalid\\. Expected (.+?)\\.?$");
  private static final Pattern SIZE =
      Pattern.compile("(String|Array) .{0,40} \\((?: \\+ )?(\\d+) ([<>]) (\\d+)\\)");
  private static final Pattern BOUND =
      Pattern.compile("^(\\S+) is (less|greater) than (?:or equal to )?(\\S+?)\\.?$");
  private static final Pattern CHOICE = Pattern.compile("does not match any of \\[(.*)\\]");
  private static final String UNKNOWN_PROPERTY = "does not match additional properties schema";
  private static final String OTHER_FORM = "does not match pattern";
  private static final String OTHER_FORMAT = "does not match format";
  private static final String DUPLICATE = "Duplicate items";
  private static final Set<String> LINES = Set.of("name", "convenor", "title", "subject");
  private static final Set<String> TEXTS =
      Set.of("text", "description", "body", "note", "place", "provision", "outcome");
  private static final Map<String, Message> WORDS =
      Map.of(
          "string", Message.of("part.text"),
          "integer", Message.of("part.a-whole-number"),
          "number", Message.of("part.a-number"),
          "boolean", Message.of("part.true-or-false"),
          "array", Message.of("part.a-list"),
          "object", Message.of("part.an-object"));

  static SchemaFault of(SchemaValidationException e) {
    OutputUnit deepest = deepest(e.getOutputUnit());
    String message = e.getMessage() == null ? "" : e.getMessage();
    String error = deepest == null || deepest.getError() == null ? message : deepest.getError();
    String place = deepest == null ? null : fieldOf(deepest.getInstanceLocation());
    if (place == null) {
      place = first(PARAMETER, message);
    }
    if (place == null) {
      place = first(UNKNOWN, error);
    }
    Matcher type = TYPE.matcher(error);
    if (place == null && type.find() && type.group(1).contains("string")) {
      return unreadable(); // what is no JSON is read as text
    }
    return new SchemaFault(place, place == null ? ofAll(error) : plain(place, error));
  }

  /** Of what is not there, or cannot be read at all. */
  static SchemaFault of(ValidatorException e) {
    String message = String.valueOf(e.getMessage());
    String place = first(PARAMETER, message);
    if (message.contains("required body") || message.contains("body is missing")) {
      return new SchemaFault(null, Message.of("the-request-has-no-body-send"));
    }
    return place == null
        ? ofBody(e.type())
        : new SchemaFault(
            place,
            message.contains("required") ? Message.of("is-missing", "field", place) : form(place));
  }

  private static SchemaFault ofBody(ValidatorErrorType type) {
    return switch (type) {
      case UNSUPPORTED_VALUE_FORMAT ->
          new SchemaFault("Content-Type", Message.of("the-body-is-to-be-json"));
      case ILLEGAL_VALUE, INVALID_VALUE_FORMAT, INVALID_VALUE -> unreadable();
      default -> new SchemaFault(null, Message.of("the-request-is-not-as-the"));
    };
  }

  private static SchemaFault unreadable() {
    return new SchemaFault(null, Message.of("what-was-sent-is-no-json"));
  }

  /** A parameter of the query that the contract does not name, and those that it does. */
  static Refusal unknown(String name, Set<String> known) {
    String shown = name.replaceAll("[^\\w.~-]", "?");
    String field = shown.substring(0, Math.min(shown.length(), MAX_NAME));
    String all = known.stream().sorted().collect(Collectors.joining(", "));
    Message why =
        all.isEmpty()
            ? Message.of("is-not-known-here-leave-it", "field", field)
            : Message.of("is-not-known-here-leave-it-2", "field", field, "known", all);
    return Refusal.invalid(field, why);
  }

  /** What no field is at fault for. */
  private static Message ofAll(String error) {
    Matcher type = TYPE.matcher(error);
    if (type.find()) {
      Object given = words(type.group(1));
      return Message.of(
          "what-was-sent-must-be-not", "expected", words(type.group(2)), "given", given);
    }
    return Message.of("what-was-sent-is-not-as");
  }

  /** The validator's words, as a person would say them. */
  private static Message plain(String place, String error) {
    Matcher type = TYPE.matcher(error);
    if (type.find()) {
      return Message.of(
          "must-be-not",
          "field",
          place,
          "expected",
          words(type.group(2)),
          "given",
          words(type.group(1)));
    }
    if (error.contains(UNKNOWN_PROPERTY)) {
      return Message.of("is-not-known-here-leave-it", "field", place);
    }
    if (error.contains("required property")) {
      return Message.of("is-missing", "field", place);
    }
    if (error.contains(DUPLICATE)) {
      return Message.of("has-the-same-in-its-list", "field", place);
    }
    return error.contains(OTHER_FORM) || error.contains(OTHER_FORMAT)
        ? form(place)
        : measure(place, error);
  }

  /** What is too much, too little, or none of those that there are. */
  private static Message measure(String place, String error) {
    Matcher size = SIZE.matcher(error);
    if (size.find()) {
      boolean over = size.group(3).equals(">");
      String code =
          size.group(1).equals("Array")
              ? over ? "has-at-most-in-the-list" : "has-at-least-in-the-list"
              : over ? "has-at-most-characters-not" : "has-at-least-characters-not";
      return limited(code, place, size.group(4), size.group(2));
    }
    Matcher bound = BOUND.matcher(error);
    if (bound.find()) {
      boolean over = bound.group(2).equals("greater");
      return limited(
          over ? "is-at-most-not" : "is-at-least-not", place, bound.group(3), bound.group(1));
    }
    Matcher choice = CHOICE.matcher(error);
    return choice.find()
        ? Message.of(
            "is-one-of",
            "field",
            place,
            "known",
            choice.group(1).replace("\"", "").replace(",", ", "))
        : Message.of("is-not-as-the-contract-has", "field", place);
  }

  private static Message limited(String code, String place, String limit, String given) {
    return Message.of(code, "field", place, "limit", limit, "given", given);
  }

  private static Message form(String place) {
    String field = place.substring(place.lastIndexOf('/') + 1);
    if (LINES.contains(field)) {
      return Message.of("must-be-one-line-with-something", "field", place);
    }
    return TEXTS.contains(field)
        ? Message.of("holds-control-characters-that-cannot-be", "field", place)
        : Message.of("does-not-have-the-form-asked", "field", place);
  }

  /** JSON's types in words; several are allowed where one may also be null. */
  private static Object words(String types) {
    List<String> names =
        Pattern.compile("\\w+").matcher(types).results().map(MatchResult::group).toList();
    if (names.equals(List.of("string", "null"))) {
      return Message.of("part.text-or-null");
    }
    return names.size() == 1 && WORDS.containsKey(names.getFirst())
        ? WORDS.get(names.getFirst())
        : Messages.either(
            names.stream().map(name -> WORDS.containsKey(name) ? WORDS.get(name) : name).toList());
  }

  private static @Nullable OutputUnit deepest(@Nullable OutputUnit unit) {
    if (unit == null) {
      return null;
    }
    OutputUnit deepest = unit;
    List<OutputUnit> errors = unit.getErrors();
    if (errors != null) {
      for (OutputUnit error : errors) {
        // a property whose value is wrong is called unknown as well; its value is the reason
        boolean second = length(error) == length(deepest) && unknown(error);
        if (length(error) >= length(deepest) && !second) {
          deepest = error;
        }
      }
    }
    return deepest;
  }

  private static boolean unknown(OutputUnit unit) {
    return unit.getError() != null && unit.getError().contains(UNKNOWN_PROPERTY);
  }

  private static int length(OutputUnit unit) {
    return unit.getInstanceLocation() == null ? 0 : unit.getInstanceLocation().length();
  }

  /** {@code #/due} is the field due. */
  private static @Nullable String fieldOf(@Nullable String pointer) {
    if (pointer == null) {
      return null;
    }
    String path = pointer.replaceFirst("^#?/?", "");
    return path.isEmpty() ? null : path;
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : null;
  }
}
