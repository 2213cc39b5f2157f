package org.caucus.operator.workspaces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.operator.ControlSocket;
import org.caucus.operator.Heard;
import org.caucus.operator.Shell;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Given;
import org.caucus.workspace.WorkspaceDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator checks the record, takes a workspace out and puts it in elsewhere, from the shell.
 */
@Tag("slow") // a passphrase takes its time by design
class RecordsCommandsTest {
  @TempDir Path directory;
  private final Heard heard = new Heard();
  private Path home;
  private WorkspaceId workspace;

  @BeforeEach
  void aCoalition() {
    home = directory.resolve("home");
    try (var caucus = Installation.open(home)) {
      workspace = caucus.workspace();
      caucus.append(
          workspace,
          1,
          Given.coalition().state().history().stream().map(CommitCodec::write).toList());
      new WorkspaceDirectory(
              new UniqueNames(caucus.mongo(), caucus.vault(), "slug"),
              new UniqueNames(caucus.mongo(), caucus.vault(), "address"),
              "")
          .claimSlug("cop", workspace)
          .await();
    }
  }

  private static OperatorContext desk(Path data, Installation caucus) {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    return new OperatorContext(
        data,
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        blobs,
        List.of("relay"),
        List.of("relay"),
        () -> {
          throw new IllegalStateException("no command here asks for it");
        },
        () -> {
          throw new IllegalStateException("no command here asks for it");
        },
        "",
        "http://caucus.example",
        new MailQueue(caucus.mongo(), caucus.vault(), MailQueue.Senders.none()));
  }

  private int run(Path data, String... words) {
    heard.said.clear();
    heard.noted.clear();
    return new Shell(data, heard)
        .run(
            List.of(words),
            work -> {
              try (var caucus = Installation.open(data)) {
                return work.run(desk(data, caucus));
              }
            });
  }

  private String said() {
    return String.join("\n", heard.said);
  }

  @Test
  void theRecordIsVerifiedAndItsTipPrinted() {
    assertThat(run(home, "audit", "verify")).isEqualTo(OperatorCommand.DONE);
    assertThat(said()).contains(workspace + ": 18 records, all sound. Tip 18:");
    String tip = heard.said.getFirst().replaceFirst(".*Tip ", "");

    assertThat(run(home, "audit", "verify", "cop", "--tip", tip)).isEqualTo(OperatorCommand.DONE);
    try (var caucus = Installation.open(home)) {
      caucus.mongo().documents("events").delete(workspace + "/000000000018").await();
    }
    assertThat(run(home, "audit", "verify", "cop")).isEqualTo(OperatorCommand.DONE);
    assertThat(run(home, "audit", "verify", "cop", "--tip", tip))
        .isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(said()).contains("BAD at position 18: it is missing: the log once went on");
    assertThat(run(home, "audit", "verify", "--accept-end")).isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(run(home, "audit", "verify", "nowhere")).isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(String.join("\n", heard.noted)).contains("There is no workspace \"nowhere\"");
  }

  /** As after a restore of collections that were copied one after the other. */
  @Test
  void anEndThatIsEarlierThanItWasIsAcceptedAndReadOnFrom() {
    assertThat(run(home, "audit", "verify", "cop")).isEqualTo(OperatorCommand.DONE);
    var tip = LogTip.parse(heard.said.getFirst().replaceFirst(".*Tip ", "")).orElseThrow();
    try (var caucus = Installation.open(home)) {
      new LogTips(caucus.mongo(), caucus.vault()).keep(workspace, tip).await();
      leases(caucus).begin("relay/" + workspace, 18).await();
      caucus.mongo().documents("events").delete(workspace + "/000000000018").await();
    }
    assertThat(run(home, "audit", "verify", "cop")).isEqualTo(OperatorCommand.NOT_DONE);

    assertThat(run(home, "audit", "verify", "cop", "--accept-end")).isEqualTo(OperatorCommand.DONE);
    assertThat(said()).contains("BAD at position 18").contains("Restart every server");

    assertThat(run(home, "audit", "verify", "cop")).isEqualTo(OperatorCommand.DONE);
    try (var caucus = Installation.open(home)) {
      assertThat(leases(caucus).value("relay/" + workspace).await()).isEqualTo(17);
    }
  }

  private static Leases leases(Installation caucus) {
    return new Leases(caucus.mongo(), Node.alone(caucus.mongo()));
  }

  @Test
  void aWorkspaceGoesFromOneInstallationToAnother() throws IOException {
    var archive = directory.resolve("cop.caucus").toString();
    var words = Files.writeString(directory.resolve("words"), "six words in a file\nnot this\n");

    assertThat(run(home, "export", "cop", archive, "--passphrase-file", words.toString())).isZero();
    assertThat(said()).contains("18 records").contains("Not in it: mail not sent yet");

    var there = directory.resolve("there");
    assertThat(run(there, "import", archive)).isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(String.join("\n", heard.noted)).contains("the passphrase is not the one");
    var from = new String[] {archive, "--passphrase-file", words.toString()};
    assertThat(run(there, "import", "--check", from[0], from[1], from[2])).isZero();
    assertThat(said()).startsWith("Sound: ");
    assertThat(run(there, "audit", "verify", "cop")).isEqualTo(OperatorCommand.NOT_DONE);

    assertThat(run(there, "import", from[0], from[1], from[2])).isZero();
    assertThat(run(there, "audit", "verify", "cop")).isZero();
    assertThat(run(there, "import", from[0], from[1], from[2])).isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(String.join("\n", heard.noted)).contains("is here already");
  }

  @Test
  void aRunningServerExportsToo() throws IOException {
    var archive = directory.resolve("live.caucus");
    try (var caucus = Installation.open(home);
        var control = ControlSocket.open(desk(home, caucus))) {
      assertThat(control).isNotNull();
      assertThat(run(home, "export", "cop", archive.toString(), "--master-key")).isZero();
      assertThat(run(home, "audit", "key")).isZero();
      assertThat(said())
          .isEqualTo(AuditSigningKey.open(caucus.mongo(), caucus.vault()).publicKey());
    }
    assertThat(Files.readString(archive, ISO_8859_1))
        .startsWith("{\"format\":\"caucus-archive\"")
        .doesNotContain("Rights Now");
    assertThat(run(home, "import", "--check", archive.toString())).isZero();
  }
}
