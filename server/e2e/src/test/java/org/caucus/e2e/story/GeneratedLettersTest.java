package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two hundred letters put together by chance of all that is wrong in letters, each by the real
 * port: each is answered, an honest letter after every tenth is relayed, and every page opens that
 * holds them.
 */
@Tag("slow")
class GeneratedLettersTest extends OnDemo {
  private static final int LETTERS = 200;
  private static final int HONEST_EVERY = 10;
  private static final String DARA = "dara@brightline.example";
  private static final String COALITION = "coalition@lists.example";

  private static final String NGOZI = "ngozi@savanna.example";

  private final Mailbox mailbox = new Mailbox();
  private final Random random = new Random(20_261_126);

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private boolean seldom() {
    return random.nextInt(6) == 0;
  }

  private String from() {
    return one(
        "Bola <dara@brightline.example>",
        "dara@brightline.example (Bola (of the press \\) union))",
        "\"Bola, of \\\"the press\\\"\" <dara@brightline.example>",
        "=?utf-8?B?Qm9sYSA8YW1pbmFAcmlnaHRzLmV4YW1wbGU+?= <dara@brightline.example>",
        "=?utf-8?Q?amina=40rights=2Eexample?= <dara@brightline.example>",
        "group: dara@brightline.example;",
        "Bola <dara@brightline.example>, Chika <amina@rights.example>",
        "(comment) dara (here) @ (there) brightline (and) . example",
        "<@relay.example,@other.example:dara@brightline.example>",
        "d\u00e4ra@brightline.example",
        "\"dara\"@brightline.example",
        "dara@brightline.example\0",
        "");
  }

  private String date() {
    return one(
        "Thu, 1 Jan 1970 00:00:00 +0000",
        "Thu, 31 Dec 2099 23:59:60 +1400",
        "31 Feb 2026 25:61:00 -9999",
        "2026-06-15T09:00:00Z",
        "(comment) Mon, 15 (of) Jun 26 09:00 EST",
        "9".repeat(500),
        "",
        "Mon, 15 Jun 2026 09:00:00 +0000");
  }

  private String fields(int n) {
    StringBuilder all = new StringBuilder();
    all.append("From: ").append(seldom() ? "Bola <" + DARA + ">\nFrom: " : "").append(from());
    all.append("\nTo: ").append(one(COALITION, "undisclosed-recipients:;", "a:b@c:d;,,;", ""));
    all.append("\nDate: ").append(date()).append('\n');
    all.append(seldom() ? "" : "Message-ID: <g" + n + "@press.example>\n");
    all.append(seldom() ? "Message-ID: <h" + n + "@press.example>\n" : "");
    all.append(seldom() ? "Message-ID:\n <\n i" + n + "@press.example>\n" : "");
    all.append("Subject: ")
        .append(
            one(
                "Generated",
                "=?iso-2022-jp?B?GyRCREw=?= =?iso-2022-jp?B?Q04bKEI=?=",
                "=?utf-7?Q?+AOk-?=",
                "=?utf-8?Q?" + "=C3".repeat(300) + "?=",
                "=?x-none?X?abc?= =?utf-8?B?////?=",
                "\t\r\0\u0007",
                "Re: ".repeat(2_000),
                "\u202egnp.exe",
                ""))
        .append('\n');
    all.append(seldom() ? "References: " + "<x@y> ".repeat(5_000) + "\n" : "");
    all.append(seldom() ? "X-" + "y".repeat(2_000) + ": " + "z ".repeat(20_000) + "\n" : "");
    all.append(seldom() ? " continued before anything\n" : "");
    all.append(seldom() ? "no colon here at all\n" : "");
    all.append(seldom() ? "Content-Type: text/plain; charset=utf-16\n" : "");
    return all.toString();
  }

  private String charset() {
    return one(
        "utf-8",
        "us-ascii",
        "utf-7",
        "utf-16",
        "utf-16le",
        "utf-32",
        "iso-2022-jp",
        "gb18030",
        "hz-gb-2312",
        "x-mac-roman",
        "unicode-1-1-utf-7",
        "binary",
        "\"\"",
        "none;charset=utf-8",
        "*0*=utf-8''utf-8",
        "x".repeat(300));
  }

  private String encoding() {
    return one(
        "7bit",
        "8bit",
        "binary",
        "base64",
        "quoted-printable",
        "x-uuencode",
        "BASE64 ",
        "rot13",
        "");
  }

  private String parameter() {
    return one(
        "; filename*0*=utf-8''a%; filename*2=c; filename*1=b",
        "; filename*=utf-8'en'%e2%82%ac%zz.pdf",
        "; filename=\"=?utf-8?Q?..=2F..=2Fetc=2Fpasswd?=\"",
        "; filename*999999999999=x",
        "; filename=\"open",
        "; name=" + "n".repeat(3_000),
        "; filename=\"\r\n\tfolded.txt\"",
        "");
  }

  private String text() {
    return one(
        "Removal within 24 hours.\n",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-\n",
        "bare\rcarriage\rreturns\r",
        "nul \0\0\0 octets\n",
        "\u00ff\u00fe\u00fe\u00ff\u0000\n",
        "\u001b$B\u001b(B\u001b$B!!\n",
        "=E4=F6=\n=Z=\n",
        "////==\nAAAA====\n*&^%\n",
        "begin 644 x\n#0V%T\n",
        "-----BEGIN PGP MESSAGE-----\n\n",
        "<html><body>" + "<div>".repeat(3_000) + "deep",
        "x".repeat(5_000) + "\n",
        "From nobody\n.\u0001.\n",
        "");
  }

  private String part(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return structure(depth - 1);
    }
    return "Content-Type: "
        + one(
            "text/plain", "text/html", "application/pdf", "message/rfc822", "text", "a/b/c", "*/*")
        + "; charset="
        + charset()
        + "\nContent-Disposition: attachment"
        + parameter()
        + "\nContent-Transfer-Encoding: "
        + encoding()
        + "\n\n"
        + text();
  }

  private String structure(int depth) {
    String boundary = one("b", "bb", "b-", "b--", "\u00e9", "=_" + depth, " ", "b".repeat(200));
    StringBuilder all = new StringBuilder("Content-Type: multipart/");
    all.append(one("mixed", "alternative", "related", "digest", "report", "signed", "x"));
    all.append("; boundary=").append(seldom() ? "" : "\"" + boundary + "\"").append("\n\n");
    for (int i = random.nextInt(5); i >= 0; i--) {
      all.append("--").append(seldom() ? boundary + "b" : boundary).append('\n');
      all.append(part(depth));
    }
    return all.append(seldom() ? "" : "--" + boundary + "--\n").append(text()).toString();
  }

  private String nested() {
    return "Content-Type: message/rfc822\n\n".repeat(200) + "Subject: last\n\nInnermost.\n";
  }

  private byte[] letter(int n) {
    String body =
        switch (random.nextInt(8)) {
          case 0 -> nested();
          case 1, 2 -> part(0);
          case 3 -> "\n" + text().repeat(1 + random.nextInt(50));
          default -> structure(1 + random.nextInt(4));
        };
    String version = seldom() ? "" : "MIME-Version: 1.0\n";
    String whole = fields(n) + version + body;
    String lines = seldom() ? whole : whole.replace("\r", ""); // bare ones go no further than here
    byte[] octets = lines.replace("\n", "\r\n").getBytes(ISO_8859_1);
    if (seldom()) {
      for (int i = 0; i < 20; i++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
    }
    int end = seldom() ? random.nextInt(octets.length) : octets.length;
    while (end > 0 && (octets[end - 1] == '\n' || octets[end - 1] == '\r')) {
      end--; // after half an end of a line, the dot would not end the letter
    }
    return Arrays.copyOf(octets, end);
  }

  private static byte[] honest(int n) {
    String letter =
        """
        From: Ngozi Ekwueme <ngozi@savanna.example>
        To: coalition@lists.example
        Subject: Honest notice %d
        Message-ID: <honest.%d@savanna.example>
        Content-Type: text/plain; charset=gb18030

        Honest words %d, \u4e8c\u5341\u56db.
        """
            .formatted(n, n, n);
    return letter.replace("\n", "\r\n").getBytes(Charset.forName("GB18030"));
  }

  @Override
  Map<String, String> more() {
    return Map.of("CAUCUS_SMTP_URL", mailbox.url());
  }

  @AfterAll
  void closeMailbox() {
    mailbox.close();
  }

  private String send(String from, byte[] letter) throws IOException {
    return MailClient.send(smtp(), from, COALITION, letter);
  }

  @Test
  void eachIsAnsweredAndTheNextHonestLetterIsRelayedAndAllPagesOpen() throws Exception {
    Map<String, Integer> answers = new TreeMap<>();
    long slowest = 0;
    for (int n = 1; n <= LETTERS; n++) {
      byte[] letter = letter(n);
      String answer = send(DARA, letter);
      assertThat(answer)
          .as("letter %d: %s", n, Base64.getEncoder().encodeToString(letter))
          .matches("(250|5\\d\\d 5\\.\\d+\\.\\d+) .{8,}");
      answers.merge(answer.startsWith("250") ? "taken" : answer, 1, Integer::sum);
      if (n % HONEST_EVERY == 0) {
        long began = System.nanoTime();
        assertThat(send(NGOZI, honest(n))).startsWith("250");
        String words = "Honest words " + n + ", \u4e8c\u5341\u56db.";
        mailbox.await(DARA, m -> m.text().contains(words));
        slowest = Math.max(slowest, System.nanoTime() - began);
      }
    }
    System.out.printf(
        "generated letters: %s; an honest one was relayed within %d ms of its sending%n",
        answers, slowest / 1_000_000);
    int read = 0;
    for (Object item : amina.get(W + "/lists/coalition/threads").json().getJsonArray("items")) {
      Browser.Reply page = amina.get(W + "/threads/" + ((JsonObject) item).getString("id"));
      assertThat(page.status()).as(item.toString()).isEqualTo(200);
      for (Object entry : page.json().getJsonArray("entries")) {
        String formatted = ((JsonObject) entry).getString("formatted");
        if (formatted != null) {
          assertThat(amina.get(formatted).status()).as(entry.toString()).isEqualTo(200);
        }
        read++;
      }
    }
    assertThat(read).isPositive();
  }
}
