package org.caucus.mail.smtp.catchall;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SendResult;
import org.caucus.mail.smtp.client.SmtpClient;
import org.caucus.mail.smtp.client.SmtpClientSettings;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchAllServerTest {
  private static final MailAddress ADA = MailAddress.of("ada@rights.example");
  private static final MailAddress EVE = MailAddress.of("eve@press.example");

  @TempDir Path folder;
  private CatchAllServer catchAll;
  private SmtpClient client;

  @BeforeEach
  void open() {
    catchAll = new CatchAllServer(folder, 0, InstantSource.system());
    catchAll.start();
    client =
        new SmtpClient(
            SmtpUrl.parse("smtp://127.0.0.1:" + catchAll.port()),
            SmtpClientSettings.of("caucus.example"));
  }

  @AfterEach
  void shut() {
    client.close();
    catchAll.close();
  }

  @Test
  void aLetterComesOutAsItWentIn() throws Exception {
    List<String> lines =
        List.of(
            "Received: from elsewhere",
            "Delivered-To: list@x.example",
            "Subject:  odd ",
            " folding",
            "",
            ".",
            "..",
            ".dots",
            "8-bit \u00e9\u00ff and a NUL \0",
            "trailing  ",
            "",
            "");
    byte[] letter = String.join("\r\n", lines).getBytes(ISO_8859_1);

    SendResult result = client.send(null, List.of(ADA, EVE), letter);

    assertThat(result.allAccepted()).isTrue();
    CaughtLetter caught = catchAll.list().getFirst();
    assertThat(catchAll.letter(caught.id())).contains(letter);
    assertThat(caught.sender()).isEmpty();
    assertThat(caught.recipients()).containsExactly(ADA, EVE);
    assertThat(caught.size()).isEqualTo(letter.length);
    assertThat(new String(catchAll.file(caught.id()).orElseThrow(), ISO_8859_1))
        .startsWith(
            """
          Return-Path: <>\r
          Delivered-To: ada@rights.example\r
          Delivered-To: eve@press.example\r
          Received:\s""");
  }

  @Test
  void lettersAreListedNewestFirstAndOutliveTheServer() throws Exception {
    for (int i = 0; i < 5; i++) {
      client.send(ADA, List.of(EVE), ("Subject: " + i + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    List<CaughtLetter> caught = new CatchAllServer(folder, 0, InstantSource.system()).list();

    assertThat(caught)
        .hasSize(5)
        .extracting(CaughtLetter::id)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(new String(catchAll.letter(caught.getFirst().id()).orElseThrow(), ISO_8859_1))
        .contains("Subject: 4");
    assertThat(caught.getFirst().sender()).contains(ADA);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.toString().endsWith(".eml"));
    }
  }

  @Test
  void anIdIsNoPath() {
    assertThat(catchAll.letter("../../etc/passwd")).isEmpty();
    assertThat(catchAll.letter("20220621T090000.000000Z-000001")).isEmpty();
  }
}
