package org.caucus.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads one document and ends. Its arguments are the ending of the file's name and whether tracked
 * changes are read as it was or as it would be.
 */
public final class Reader {
  /** It ends even where the server that started it has gone. */
  private static final int SECONDS = 25;

  private static final int STUCK = 4;

  private Reader() {}

  /** Octets in, JSON out. */
  public static void main(String[] arguments) throws IOException {
    endLater();
    PrintStream out = System.out;
    // What a library prints must not become part of the answer.
    System.setOut(System.err);
    byte[] bytes = readAll(System.in);
    boolean isAsItWas = arguments.length > 1 && arguments[1].equals("AS_IT_WAS");
    String answer = answer(bytes, arguments.length > 0 ? arguments[0] : "", isAsItWas);
    out.write(answer.getBytes(StandardCharsets.UTF_8));
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static byte[] readAll(InputStream in) throws IOException {
    return in.readNBytes(Limits.FILE + 1);
  }

  /** The answer about a document: its text, or why it is refused. */
  static String answer(byte[] bytes, String ending, boolean isAsItWas) {
    try {
      return read(bytes, ending.toLowerCase(Locale.ROOT), isAsItWas);
    } catch (Refused e) {
      return refusal(e);
    } catch (StackOverflowError e) {
      return refusal(Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING));
    } catch (IOException | RuntimeException e) {
      return refusal(Refused.because("document-is-damaged"));
    }
  }

  private static String read(byte[] bytes, String ending, boolean isAsItWas) throws IOException {
    if (bytes.length > Limits.FILE) {
      throw Refused.because("document-is-too-large", "limit", Limits.FILE >> 20);
    }
    TextBuilder text = new TextBuilder();
    Format format = Format.of(bytes, ending);
    format.read(bytes, text, isAsItWas);
    if (text.isEmpty()) {
      throw Refused.because("document-has-no-text");
    }
    return text.json(format.name());
  }

  private static String refusal(Refused refused) {
    JsonWriter json = new JsonWriter();
    json.open('{').field("refused", refused.code()).name("arguments").open('{');
    refused.arguments().forEach(json::field);
    return json.close('}').close('}').toString();
  }

  private static void endLater() {
    long start = System.nanoTime();
    Thread watch =
        new Thread(
            () -> {
              while (System.nanoTime() - start < SECONDS * 1_000_000_000L) {
                LockSupport.parkNanos(1_000_000_000L);
              }
              Runtime.getRuntime().halt(STUCK);
            });
    watch.setDaemon(true);
    watch.start();
  }
}
