package org.caucus.operator.migration.lists;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.mailbox.MboxWriter;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** A coalition on disk, into whose list archives are brought. */
final class OldList implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  final Installation caucus;
  final Rooms rooms;
  final Blobs blobs;
  final WorkspaceId workspace;

  /** Whether what somebody had thrown away is brought in, too. */
  boolean trashed;

  OldList(Path at) {
    caucus = Installation.open(at);
    rooms = new Rooms(caucus.log(), InstantSource.system(), caucus.ownBell(vertx));
    blobs = new Blobs(caucus.mongo(), caucus.vault());
    workspace =
        caucus.log().workspaces().await().stream()
            .findFirst()
            .orElseGet(
                () -> {
                  WorkspaceId made = caucus.workspace();
                  caucus.append(
                      made,
                      1,
                      Given.coalition().state().history().stream()
                          .map(CommitCodec::write)
                          .toList());
                  return made;
                });
  }

  Workspace state() {
    return rooms.read(workspace).await();
  }

  ListArchiveImport.Report bring(Path box, LetterArchive.Kind kind, Audience audience)
      throws IOException {
    return bring(rooms, box, kind, audience);
  }

  ListArchiveImport.Report bring(
      CommandBus<Workspace> floor, Path box, LetterArchive.Kind kind, Audience audience)
      throws IOException {
    return bring(floor, Parties.AMINA, box, kind, audience);
  }

  ListArchiveImport.Report bring(
      CommandBus<Workspace> floor, SeatId by, Path box, LetterArchive.Kind kind, Audience audience)
      throws IOException {
    var order =
        new ListArchiveImport.Order(
            workspace, by, "coalition", audience, kind, trashed, "lists.example");
    return new ListArchiveImport(floor, blobs, InstantSource.system(), order, (s, n, all) -> {})
        .run(LetterArchive.at(box, kind));
  }

  /** For all, by Amina, on this floor. */
  ListArchiveImport importing(CommandBus<Workspace> floor) throws IOException {
    var order =
        new ListArchiveImport.Order(
            workspace,
            Parties.AMINA,
            "coalition",
            Audience.everyone(),
            LetterArchive.Kind.MBOXRD,
            trashed,
            "lists.example");
    return new ListArchiveImport(floor, blobs, InstantSource.system(), order, (s, n, all) -> {});
  }

  /** A floor that is taken away after so many commands. */
  CommandBus<Workspace> dyingAfter(int commands) {
    return new CommandBus<>() {
      private int left = commands;

      @Override
      public Future<Workspace> read(WorkspaceId id) {
        return rooms.read(id);
      }

      @Override
      public Future<Committed> submit(
          WorkspaceId id, @Nullable SeatId seat, Command command, @Nullable IdempotencyKey key) {
        return left-- > 0
            ? rooms.submit(id, seat, command, key)
            : Future.failedFuture(new IllegalStateException("killed"));
      }
    };
  }

  void write(Path to, LetterArchive.Kind kind) throws IOException {
    write(to, kind, Parties.AMINA);
  }

  void write(Path to, LetterArchive.Kind kind, SeatId reader) throws IOException {
    Workspace state = state();
    try (MboxWriter writer = MboxWriter.create(to, kind)) {
      new ListArchiveExport(state, blobs, "lists.example", names())
          .run(state.lists().list("coalition").orElseThrow(), reader, writer);
    }
  }

  private static RedactedOriginal.Names names() {
    NamedAddress somebody = new NamedAddress("", MailAddress.of("code+m.x@lists.example"));
    return new RedactedOriginal.Names() {
      @Override
      public NamedAddress author(HeldLetters.Held state, Entry entry, RawLetter letter) {
        return somebody;
      }

      @Override
      public UnaryOperator<NamedAddress> shown(HeldLetters.Held state, Entry entry, RawLetter l) {
        return UnaryOperator.identity();
      }
    };
  }

  static List<byte[]> letters(Path box, LetterArchive.Kind kind) throws IOException {
    List<byte[]> letters = new ArrayList<>();
    LetterArchive.at(box, kind).each(m -> letters.add(m.octets()));
    return letters;
  }

  @Override
  public void close() {
    rooms.close();
    caucus.close();
    vertx.close().await();
  }
}
