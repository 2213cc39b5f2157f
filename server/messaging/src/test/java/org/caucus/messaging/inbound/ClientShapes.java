package org.caucus.messaging.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.message.markdown.HtmlLetter;
import org.caucus.platform.i18n.Language;
import org.jsoup.Jsoup;

/** Letters in all the shapes in which mail programs put answers together. */
abstract class ClientShapes extends LetterWriting {
  private static final Path SHAPES = Checkout.server("src/test/resources/mail/clients.txt");
  private static final Pattern UNSEEN = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** A notice as it came, with what it says of ways to answer it. */
  static final String NOTICE =
      """
      Amina changed COP-1.

      Checklist:
      - [x] Ask the desk
      - [ ] Call the agency

      To tick a line, reply with - [x] and its text or number.

      Who can read this: Everyone · 5 readers
      Reply to this email, or open:
      https://caucus.example/w/cop/issues/COP-1
      To update this issue, reply with only one of these: done; mine; assign NAME.
      To change what you get about this, reply with one word: mute for no more notifications.
      --\s
      You received this because it is assigned to you. Email settings:
      https://caucus.example/w/cop/my-mail
      """;

  private record Shape(String name, String type, String body) {
    static Shape of(String written) {
      String[] parts = written.split("\n", 3);
      String body =
          UNSEEN
              .matcher(parts[2])
              .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
      return new Shape(parts[0], parts[1], body);
    }

    String letter(String own, String quoted) {
      boolean html = type.startsWith("text/html");
      String marked =
          html ? quoted : quoted.lines().map(l -> "> " + l).collect(Collectors.joining("\n"));
      return body.replace("%own%", html ? markup(own) : own)
          .replace("%quote%", html ? markup(quoted) : marked)
          .replace("%bare%", html ? markup(quoted) : quoted)
          .replace("%page%", page(quoted));
    }

    boolean isQuoting() {
      return Stream.of("%quote%", "%bare%", "%page%").anyMatch(body::contains);
    }

    /** What a program has within its own page of the page that it answers. */
    private static String page(String text) {
      var look = new HtmlLetter.Look(Language.ENGLISH, "https://caucus.example/", "Open");
      return Jsoup.parse(Objects.requireNonNull(HtmlLetter.of(text, look))).body().html();
    }

    private static String markup(String text) {
      return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n");
    }
  }

  private static List<Shape> shapes() throws IOException {
    return Arrays.stream(Files.readString(SHAPES).split("(?m)^=== "))
        .skip(1)
        .map(Shape::of)
        .toList();
  }

  /** Somebody answers something with these words, in every shape. */
  interface Tried {
    /** The address at which it is answered, of a new thing for each. */
    String to() throws IOException;

    /** Whether it was done and nothing else was. */
    boolean isDone();

    /** Whether what is quoted has a part in it. */
    default boolean needsQuote() {
      return false;
    }

    /** What is quoted. */
    default String quoted() {
      return NOTICE;
    }
  }

  /** The shapes in which it is read as something else. */
  List<String> misread(String from, String own, Tried tried) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Shape shape : shapes()) {
      if (tried.needsQuote() && !shape.isQuoting()) {
        continue;
      }
      String to = tried.to();
      String type = "Content-Type: " + shape.type() + "\n";
      mail(from, to, "Re: Joint call", type, shape.letter(own, tried.quoted()));
      if (!tried.isDone()) {
        wrong.add(shape.name());
      }
    }
    return wrong;
  }
}
