package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Letters made at random of all that breaks rules: parts in parts with boundaries that are missing,
 * doubled, unended or alike, types and encodings that lie, fields that are empty, doubled, endless
 * or in eight bits. Each ends, once, and the one after it is posted.
 */
@Timeout(120)
class RandomTortureTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final int LETTERS = 25;

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "text/plain; charset=utf-8",
          "text/plain charset=utf-16",
          "text/plain; charset=\"no-such\"; format=flowed",
          "text/html; charset=gb18030",
          "message/rfc822",
          "message/delivery-status",
          "message/external-body; access-type=local-file; name=\"/etc/hosts\"",
          "text/calendar; method=REQUEST",
          "application/octet-stream; name*0*=utf-8''%C3; name*1=\"",
          "multipart",
          "/",
          ";;;",
          "text/plain; x=\"" + "y".repeat(3_000));

  private static final List<String> ENCODINGS =
      List.of("7bit", "8bit", "base64", "quoted-printable", "x-uuencode", "binary", "base64 (no)");

  private static final List<String> FIELDS =
      List.of(
          "Subject:",
          "Subject: =?utf-8?q?=C3?= =?iso-8859-1?b?6Q==?= =?x?q?",
          "Date: Thu, 1 Jan 1970 00:00:00 +0000",
          "Date: Tue, 14 Jun\r2022 08:00:00 +0100",
          "Content-Type: text/plain;\r charset=utf-8\r;x=y",
          "Date: Thu, 31 Dec 2099 23:59:60 -9999",
          "Cc: \"a\\\"b\"@press.example, (c (d)) <\u00fc@b\u00fccher.example>, g: x@y;,,<>",
          "References: <a@b> <a@b> <<c> d@e> " + "<f@g> ".repeat(500),
          "In-Reply-To: \"",
          "Message-ID:",
          "X-Empty",
          ": nameless",
          "X-Folded:\n \n\t\n words",
          "X-Octets: \u0000\u00ff\u0080",
          "Content-Type: text/plain; charset=utf-7",
          "MIME-Version: 2.0 (no)",
          "Reply-To: undisclosed-recipients:;",
          "List-Unsubscribe: <mailto:x@y>");

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String letter(int i, Random random) {
    StringBuilder head =
        new StringBuilder("From: Bola <" + BOLA + ">\nTo: " + COALITION + "\n")
            .append("Message-ID: <r" + i + "@press.example>\n");
    for (int n = random.nextInt(5); n > 0; n--) {
      head.append(any(FIELDS, random)).append("\n");
    }
    return (head + part(0, random)).replace("\n", "\r\n").replace("\r\n.", "\r\n..");
  }

  /** The fields of a part and its body. */
  private static String part(int depth, Random random) {
    if (depth > 40 || random.nextInt(3) == 0) {
      String encoding =
          random.nextBoolean() ? "" : "Content-Transfer-Encoding: " + any(ENCODINGS, random) + "\n";
      return "Content-Type: " + any(TYPES, random) + "\n" + encoding + "\n" + words(random) + "\n";
    }
    String boundary = random.nextInt(4) == 0 ? "b" : "b" + depth;
    String said = random.nextInt(8) == 0 ? "" : "; boundary=\"" + boundary + "\"";
    StringBuilder body =
        new StringBuilder("Content-Type: multipart/")
            .append(any(List.of("mixed", "alternative", "signed", "related", "report", ""), random))
            .append(said)
            .append("\n\n");
    for (int n = random.nextInt(depth < 3 ? 5 : 2); n >= 0; n--) {
      body.append("--").append(boundary).append(random.nextInt(9) == 0 ? " \t" : "").append("\n");
      body.append(random.nextInt(9) == 0 ? "\nBare.\n" : part(depth + 1, random));
    }
    return body.append(random.nextInt(4) == 0 ? "" : "--" + boundary + "--\n").toString();
  }

  private static String words(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "Notice within a day.";
      case 2 -> "Tm90aWNlIHdpdGhpbiBhIGRheS4\n=\n====";
      case 3 -> "=C3=\n=ZZ=3D".repeat(20);
      case 4 -> "x".repeat(random.nextInt(50_000));
      default -> {
        byte[] octets = new byte[random.nextInt(3_000)];
        random.nextBytes(octets);
        yield new String(octets, ISO_8859_1).replaceAll("[\\r\\n]", "");
      }
    };
  }

  private long ended() {
    return office.events().stream().filter(RandomTortureTest::isAnEnd).count();
  }

  private static boolean isAnEnd(Event event) {
    return event instanceof EntryPosted
        || event instanceof LetterEvent.LetterHeld
        || event instanceof LetterEvent.LetterRefused
        || event instanceof LetterEvent.LetterDropped;
  }

  private String send(String letter) throws Exception {
    return RawConversation.send(office.smtp.port(), BOLA, COALITION, letter.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachEndsOnceAndHoldsUpNone(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < LETTERS; i++) {
      long before = ended();
      String letter = letter(i, random);
      String answer = send(letter);
      office.settle();
      assertThat(answer).as(letter).matches("(250|5\\d\\d 5\\.\\d+\\.\\d+) .{8,}");
      assertThat(ended()).as(letter).isEqualTo(before + (answer.startsWith("250") ? 1 : 0));
    }
    assertThat(send("From: " + BOLA + "\r\nTo: " + COALITION + "\r\nSubject: Next\r\n\r\nNext."))
        .startsWith("250");
    office.settle();
    assertThat(office.events(EntryPosted.class).getLast().text()).contains("Next.");
  }
}
