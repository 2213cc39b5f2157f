package org.caucus.coalition.entries;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/** Reads the API's {@code NewEntry} and {@code NewThread}, and the files that either names. */
public final class NewEntries {
  private final Uploaded uploaded;

  /** With files from there. */
  public NewEntries(Uploaded uploaded) {
    this.uploaded = uploaded;
  }

  /** Where a seat's uploads wait for an entry. */
  @FunctionalInterface
  public interface Uploaded {
    /**
     * The files of these uploads, in this order. May wait.
     *
     * @throws org.caucus.kernel.Refusal one of them is not there for this seat, or not whole
     */
    List<Entry.Attached> files(WorkspaceId workspace, SeatId seat, List<String> uploads);
  }

  /** The post a body asks for. */
  public Post post(WorkspaceId workspace, SeatId seat, JsonObject body) {
    String audience = body.getString("audience");
    return Post.web(
            body.getString("text"),
            body.getString("answers"),
            audience == null ? null : Audience.parse(audience))
        .with(files(workspace, seat, body));
  }

  /** The files a body names. */
  public List<Entry.Attached> files(WorkspaceId workspace, SeatId seat, JsonObject body) {
    List<String> ids =
        body.getJsonArray("attachments", new JsonArray()).stream().map(String.class::cast).toList();
    return ids.isEmpty() ? List.of() : uploaded.files(workspace, seat, ids);
  }
}
