package org.caucus.e2e.story;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Committed;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.WorkspaceDirectory;

/** Somebody who commits to the database of many nodes and whose bell none of them can hear. */
final class Silent {
  private static final int ISSUES = 50;

  private final String uri;
  private final Path data;

  /**
   * @param data has the master key
   */
  Silent(String uri, Path data) {
    this.uri = uri;
    this.data = data;
  }

  /** Says these texts, in order, on issues of its own; the position of the last. */
  String comment(String slug, String seat, String tracker, List<String> texts) {
    Vertx vertx = Vertx.vertx();
    try (Mongo mongo = Mongo.open(MongoSettings.server(uri, data))) {
      Vault vault = Vault.open(mongo, data.resolve(MasterKey.FILE));
      AppendNotifier unheard =
          new AppendNotifier(new EncryptedEventBus(vertx, new ClusterSecret(vault, "")));
      Rooms rooms = new Rooms(new EventLog(mongo, vault), InstantSource.system(), unheard);
      WorkspaceId workspace = workspace(mongo, vault, slug);
      List<String> issues = new ArrayList<>();
      for (int i = 0; i < ISSUES; i++) {
        var open =
            new IssueCommand.OpenIssue(tracker, "Asleep " + i, "", "", List.of(), null, null, null);
        issues.add(rooms.submit(workspace, new SeatId(seat), open, null).await().thing());
      }
      List<Future<Committed>> all = new ArrayList<>();
      for (String text : texts) {
        String issue = issues.get(all.size() % ISSUES);
        var comment = new IssueCommand.CommentIssue(issue, Post.web(text, null, null));
        all.add(rooms.submit(workspace, new SeatId(seat), comment, null));
      }
      Future.all(all).await();
      return all.getLast().result().position();
    } finally {
      vertx.close().await();
    }
  }

  private static WorkspaceId workspace(Mongo mongo, Vault vault, String slug) {
    UniqueNames slugs = new UniqueNames(mongo, vault, "slug");
    return new WorkspaceDirectory(slugs, new UniqueNames(mongo, vault, "address"), "lists.example")
        .find(slug)
        .await()
        .orElseThrow();
  }
}
