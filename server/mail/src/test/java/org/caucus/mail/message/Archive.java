package org.caucus.mail.message;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.caucus.kernel.support.Checkout;

/** The archive of a real list, if it lies beside the house. */
public final class Archive {

  private Archive() {}

  /** Where it is, or would be. */
  public static Path path() {
    return Checkout.root("../shared/corpus/archive-slice.mboxrd.gz");
  }

  /**
   * The mboxrd form: letters begin at "From ", and a line of the letter that looked so has one more
   * ">".
   */
  public static List<byte[]> letters(Path archive) throws IOException {
    List<byte[]> letters = new ArrayList<>();
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 65_536))) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String start = new String(line, 0, Math.min(line.length, 40), StandardCharsets.ISO_8859_1);
        if (start.startsWith("From ") && letter.size() > 0) {
          letters.add(letter.toByteArray());
          letter.reset();
        }
        int skipped =
            start.startsWith("From ") ? line.length : start.matches("(?s)>+From .*") ? 1 : 0;
        letter.write(line, skipped, line.length - skipped);
      }
    }
    letters.add(letter.toByteArray());
    return letters;
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(100);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
