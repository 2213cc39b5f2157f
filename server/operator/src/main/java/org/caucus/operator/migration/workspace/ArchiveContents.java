package org.caucus.operator.migration.workspace;

import io.vertx.core.json.JsonObject;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.chain.RecordHash;

/**
 * What is in an archive.
 *
 * @param tip the last record
 * @param letters whole ones
 * @param letterBytes of all of them
 * @param letterHash over the ids and hashes of all letters, in their order
 * @param unfinished letters of which a killed server left a part; they are not in it
 * @param missing letters that the records name and that are not there
 */
public record ArchiveContents(
    WorkspaceId workspace,
    String slug,
    String name,
    LogTip tip,
    long persons,
    long letters,
    long letterBytes,
    RecordHash letterHash,
    long unfinished,
    long missing) {
  /** The manifest: what a reader holds the rest to. */
  JsonObject manifest() {
    return new JsonObject()
        .put("workspace", workspace.value())
        .put("slug", slug)
        .put("name", name)
        .put("tip", tip.toString())
        .put("persons", persons)
        .put("letters", letters)
        .put("letterBytes", letterBytes)
        .put("letterHash", letterHash.toString())
        .put("unfinished", unfinished)
        .put("missing", missing);
  }

  /** For the operator. */
  @Override
  public String toString() {
    return workspace
        + " (\""
        + slug
        + "\"): "
        + tip.sequence()
        + " records, "
        + persons
        + " persons, "
        + letters
        + " letters of "
        + letterBytes / 1_000_000
        + " MB. Tip "
        + tip
        + (missing == 0 ? "" : ". MISSING: " + missing + " letters that the records name");
  }
}
