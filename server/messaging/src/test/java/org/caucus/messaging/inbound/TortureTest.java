package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;
import org.junit.jupiter.api.Test;

/**
 * Letters that break every rule there is, one after the other through one conversation each: each
 * is refused with a reason while its peer waits, or ends, and can be read; none holds up the next.
 */
class TortureTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";

  private final Map<String, byte[]> letters = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();

  /** One whose words are to be read in the post; the body is text in ISO 8859-1. */
  private void add(String name, String fields, String body, String read) {
    add(name, fields, body.replace("\n", "\r\n").getBytes(ISO_8859_1), read);
  }

  private void add(String name, String fields, byte[] body, String read) {
    String head =
        "From: Bola <"
            + BOLA
            + ">\nTo: "
            + COALITION
            + "\nSubject: Torture\nMessage-ID: <t"
            + letters.size()
            + "@press.example>\n"
            + fields
            + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.replace("\n", "\r\n").getBytes(UTF_8));
    out.writeBytes(body);
    letters.put(name, out.toByteArray());
    words.put(name, read);
  }

  private static String type(String type) {
    return "MIME-Version: 1.0\nContent-Type: " + type + "\n";
  }

  private static String depth(int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      text.append("--d")
          .append(i)
          .append("\nContent-Type: multipart/mixed; boundary=d")
          .append(i + 1)
          .append("\n\n");
    }
    return text + "--d" + levels + "\n\ndeep\n";
  }

  private void structures() {
    add("depth", type("multipart/mixed; boundary=d0"), depth(2_000), "");
    add("no boundary", type("multipart/mixed"), "--x\n\nWithout one.\n", "Without one.");
    add("a boundary that never comes", type("multipart/mixed; boundary=b"), "Never.\n", "Never.");
    add("nothing in it", type("multipart/mixed; boundary=b"), "--b--\n", "");
    add(
        "one boundary twice",
        type("multipart/mixed; boundary=b"),
        "--b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nTwice.\n--b--\n--b--\n",
        "Twice.");
    add(
        "one boundary begins another",
        type("multipart/mixed; boundary=b"),
        """
        --b
        Content-Type: multipart/mixed; boundary=bb

        --bb

        Inner.
        --bb--
        --b

        Outer.
        --b--
        """,
        "Inner.");
    add(
        "a hundred thousand parts",
        type("multipart/mixed; boundary=b"),
        "--b\n\nx\n".repeat(100_000) + "--b--\n",
        "x");
    add(
        "letters in letters",
        type("message/rfc822"),
        "Content-Type: message/rfc822\n\n".repeat(300) + "Subject: last\n\nInnermost.\n",
        "");
    add(
        "tnef",
        type("multipart/mixed; boundary=b"),
        """
        --b

        With winmail.
        --b
        Content-Type: application/ms-tnef; name=winmail.dat
        Content-Transfer-Encoding: base64

        eJ8+IgEAAAAAAA==
        --b--
        """,
        "With winmail.");
    add("uuencode", "", "Enclosed.\n\nbegin 644 memo.txt\n#0V%T\n`\nend\n", "Enclosed.");
  }

  private void encodings() {
    add(
        "base64 with garbage",
        type("text/plain") + "Content-Transfer-Encoding: base64\n",
        "R2Fy!!YmFn\n*** ZSB0aHJvdWdoLg==\n",
        "Garbage through.");
    add(
        "quoted-printable broken at its line ends",
        type("text/plain; charset=utf-8") + "Content-Transfer-Encoding: quoted-printable\n",
        "It is caf=C3=\n=A9 =\n=ZZ and =3\n",
        "It is café");
    add(
        "an encoding nobody knows",
        type("text/plain") + "Content-Transfer-Encoding: rot13\n",
        "Uryyb.\n",
        "Uryyb.");
    add(
        "flowed with blanks taken out",
        type("text/plain; format=flowed; delsp=yes"),
        "Notice with \nin a day.\n",
        "Notice within a day.");
    add(
        "utf-16",
        type("text/plain; charset=utf-16") + "Content-Transfer-Encoding: base64\n",
        Base64.getMimeEncoder().encodeToString("Sixteen é bits.".getBytes(UTF_16)) + "\n",
        "Sixteen é bits.");
    add(
        "iso-2022-jp",
        type("text/plain; charset=iso-2022-jp"),
        "通知は24時間以内".getBytes(Charset.forName("ISO-2022-JP")),
        "通知は24時間以内");
    add(
        "gb18030",
        type("text/plain; charset=gb18030") + "Content-Transfer-Encoding: 8bit\n",
        "二十四小时内通知㐂".getBytes(Charset.forName("GB18030")),
        "二十四小时内通知㐂");
    add(
        "ascii that is utf-8",
        type("text/plain; charset=us-ascii"),
        "Ìjọba says so.".getBytes(UTF_8),
        "Ìjọba says so.");
    add("octets of nothing", "", "Before \0 after.\n", "after.");
  }

  private void fields() {
    add("eight bits in a header", "X-Note: caf\u00e9 \u00ff\n", "Eight bits.\n", "Eight bits.");
    add("a header of one megabyte", "X-Long: " + "x ".repeat(500_000) + "\n", "Megabyte.\n", "");
    add(
        "a name in pieces that went wrong",
        type("multipart/mixed; boundary=b"),
        """
        --b

        Pieces.
        --b
        Content-Type: text/plain
        Content-Disposition: attachment;
         filename*0*=utf-8''caf%C3; filename*2=end; filename*1*=%A9%Z; filename*x=1

        f
        --b--
        """,
        "Pieces.");
    add("1970", "Date: Thu, 1 Jan 1970 00:00:00 +0000\n", "Old.\n", "Old.");
    add("2099", "Date: Thu, 31 Dec 2099 23:59:59 +1400\n", "New.\n", "New.");
    add("no date that is", "Date: yesterday, I think\n", "Undated.\n", "Undated.");
    add(
        "fields twice and empty", "Subject:\nSubject: Again\nCc:\nReferences:\nIn-Reply-To: <>\n",
        "Twice the fields.\n", "Twice the fields.");
    add(
        "quotes, comments and a name of many scripts",
        "Cc: \"a b\\\"c\"@press.example, (a (nested) one) <\u00fc@b\u00fccher.example>, group:"
            + " x@y;,,\n",
        "Quoted.\n",
        "");
    add(
        "text/plain with a type nobody ends", "Content-Type: text/plain; charset=\"utf-8\n",
        "Open quotes.\n", "Open quotes.");
  }

  private String send(byte[] letter) throws IOException {
    return RawConversation.send(office.smtp.port(), BOLA, COALITION, letter);
  }

  private long ended() {
    return office.events().stream().filter(TortureTest::isAnEnd).count();
  }

  private static boolean isAnEnd(Event event) {
    return event instanceof EntryPosted
        || event instanceof LetterEvent.LetterHeld
        || event instanceof LetterEvent.LetterRefused
        || event instanceof LetterEvent.LetterDropped;
  }

  @Test
  void eachIsReadOrRefusedWithAReasonAndTheNextOneToo() throws Exception {
    structures();
    encodings();
    fields();
    for (var letter : letters.entrySet()) {
      long before = ended();
      long began = System.nanoTime();
      String answer = send(letter.getValue());
      office.settle();
      System.out.printf(
          "torture: %s: %.16s, %d ms to its end%n",
          letter.getKey(), answer, (System.nanoTime() - began) / 1_000_000);
      assertThat(answer).as(letter.getKey()).matches("(250|5\\d\\d 5\\.\\d+\\.\\d+) .{8,}");
      if (answer.startsWith("250")) {
        assertThat(ended()).as(letter.getKey() + office.events().getLast()).isEqualTo(before + 1);
        String read = words.get(letter.getKey());
        if (!read.isEmpty()) {
          assertThat(office.events(EntryPosted.class).getLast().text())
              .as(letter.getKey() + " " + office.events().getLast())
              .contains(read);
        }
      }
    }
  }

  @Test
  void linesThatEndInACarriageReturnAloneAreRefusedOrOneLetter() throws Exception {
    byte[] old =
        ("From: " + BOLA + "\rTo: " + COALITION + "\rSubject: Old\r\rFrom an old machine.\r")
            .getBytes(US_ASCII);
    assertThat(send(old)).matches("(250|5\\d\\d 5\\.\\d+\\.\\d+) .{8,}");
    office.settle();
    add("next", "", "The next one.\n", "");
    assertThat(send(letters.get("next"))).startsWith("250");
    office.settle();
    assertThat(office.events(EntryPosted.class).getLast().text()).contains("The next one.");
  }
}
