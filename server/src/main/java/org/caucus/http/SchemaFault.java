package org.caucus.http;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which field a request violated the contract with, read from the validator's output.
 *
 * @param field name of the field or parameter; null if the whole body is at fault
 */
record SchemaFault(@Nullable String field, String reason) {
  private static final Pattern PARAMETER = Pattern.compile("(?:parameter|Parameter) '?([\\w-]+)'?");
  private static final Pattern UNKNOWN = Pattern.compile("[\"']([^\"']{1,80})[\"']");

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
    return new SchemaFault(place, place == null ? error : place + ": " + error);
  }

  private static @Nullable OutputUnit deepest(@Nullable OutputUnit unit) {
    if (unit == null) {
      return null;
    }
    OutputUnit deepest = unit;
    List<OutputUnit> errors = unit.getErrors();
    if (errors != null) {
      for (OutputUnit error : errors) {
        if (length(error) >= length(deepest)) {
          deepest = error;
        }
      }
    }
    return deepest;
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
