package org.caucus.http.compression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a browser says it can unpack (Accept-Encoding, RFC 9110 section 12.5.3). */
public final class AcceptedEncodings {
  private static final String NEVER = "(?i)q=0(\\.0{0,3})?";

  private AcceptedEncodings() {}

  /** Whether the header names the coding, and not with a weight of nought, which is a no. */
  public static boolean accepts(@Nullable String acceptEncoding, String coding) {
    return acceptEncoding != null
        && Arrays.stream(acceptEncoding.split(",")).anyMatch(one -> names(one, coding));
  }

  private static boolean names(String one, String coding) {
    String[] parts = one.split(";", 2);
    return parts[0].strip().equalsIgnoreCase(coding)
        && (parts.length == 1 || !parts[1].strip().matches(NEVER));
  }
}
