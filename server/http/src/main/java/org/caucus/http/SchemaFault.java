package org.caucus.http;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which field a request violated the contract with, read from the validator's output.
 *
 * @param field name of the field or parameter; null if the whole body is at fault
 */
record SchemaFault(@Nullable String field, String reason) {
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
  private static final Map<String, String> WORDS =
      Map.of(
          "string", "text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "array", "a list",
          "object", "an object");

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
    return new SchemaFault(place, plain(place == null ? "What was sent" : place, error));
  }

  /** Of what is not there, or cannot be read at all. */
  static SchemaFault of(ValidatorException e) {
    String message = String.valueOf(e.getMessage());
    String place = first(PARAMETER, message);
    if (message.contains("required body") || message.contains("body is missing")) {
      return new SchemaFault(null, "The request has no body. Send it as JSON.");
    }
    return place == null
        ? ofBody(e.type())
        : new SchemaFault(
            place, place + (message.contains("required") ? " is missing." : form(place)));
  }

  private static SchemaFault ofBody(ValidatorErrorType type) {
    return switch (type) {
      case UNSUPPORTED_VALUE_FORMAT ->
          new SchemaFault(
              "Content-Type", "The body is to be JSON. Send it as Content-Type: application/json.");
      case ILLEGAL_VALUE, INVALID_VALUE_FORMAT, INVALID_VALUE -> unreadable();
      default -> new SchemaFault(null, "The request is not as the contract has it.");
    };
  }

  private static SchemaFault unreadable() {
    return new SchemaFault(null, "What was sent is no JSON object that can be read.");
  }

  /** A parameter of the query that the contract does not name, and those that it does. */
  static Refusal unknown(String name, Set<String> known) {
    String shown = name.replaceAll("[^\\w.~-]", "?");
    String field = shown.substring(0, Math.min(shown.length(), MAX_NAME));
    String all = known.stream().sorted().collect(Collectors.joining(", "));
    return Refusal.invalid(
        field,
        field
            + " is not known here. Leave it out, or look at its spelling"
            + (all.isEmpty() ? "." : "; known are " + all + "."));
  }

  /** The validator's words, as a person would say them. */
  private static String plain(String place, String error) {
    Matcher type = TYPE.matcher(error);
    if (type.find()) {
      return place + " must be " + words(type.group(2)) + ", not " + words(type.group(1)) + ".";
    }
    if (error.contains(UNKNOWN_PROPERTY)) {
      return place + " is not known here. Leave it out, or look at its spelling.";
    }
    if (error.contains("required property")) {
      return place + " is missing.";
    }
    if (error.contains(DUPLICATE)) {
      return place + " has the same in its list twice.";
    }
    return place
        + (error.contains(OTHER_FORM) || error.contains(OTHER_FORMAT)
            ? form(place)
            : measure(error));
  }

  /** What is too much, too little, or none of those that there are. */
  private static String measure(String error) {
    Matcher size = SIZE.matcher(error);
    if (size.find()) {
      String most = size.group(3).equals(">") ? "most " : "least ";
      String unit = size.group(1).equals("Array") ? " in the list" : " characters";
      return " has at " + most + size.group(4) + unit + ", not " + size.group(2) + ".";
    }
    Matcher bound = BOUND.matcher(error);
    if (bound.find()) {
      String most = bound.group(2).equals("greater") ? "most " : "least ";
      return " is at " + most + bound.group(3) + ", not " + bound.group(1) + ".";
    }
    Matcher choice = CHOICE.matcher(error);
    return choice.find()
        ? " is one of " + choice.group(1).replace("\"", "").replace(",", ", ") + "."
        : " is not as the contract has it.";
  }

  private static String form(String place) {
    String field = place.substring(place.lastIndexOf('/') + 1);
    if (LINES.contains(field)) {
      return " must be one line with something to see in it, and no characters that cannot be"
          + " seen.";
    }
    return TEXTS.contains(field)
        ? " holds control characters that cannot be kept. Take them out."
        : " does not have the form asked for. Look at its spelling.";
  }

  /** JSON's types in words; several are allowed where one may also be null. */
  private static String words(String types) {
    return Pattern.compile("\\w+")
        .matcher(types)
        .results()
        .map(t -> WORDS.getOrDefault(t.group(), t.group()))
        .collect(Collectors.joining(" or "));
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
