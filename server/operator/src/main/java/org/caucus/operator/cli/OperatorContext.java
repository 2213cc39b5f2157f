package org.caucus.operator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.caucus.identity.revocation.CredentialRevocation;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * What an operator's command works on.
 *
 * @param data the data directory
 * @param followers the names of the followers this program has
 * @param done of them, those that have nothing more to do with what was restored
 * @param floor where commands are put; made when it is first asked for
 * @param ending ends what people are signed in with; made when it is first asked for
 * @param domain the mail domain
 * @param baseUrl where browsers find the pages
 * @param queue the letters that are not sent yet
 */
public record OperatorContext(
    Path data,
    Mongo mongo,
    Vault vault,
    EventLog log,
    Blobs blobs,
    List<String> followers,
    List<String> done,
    Supplier<CommandBus<Workspace>> floor,
    Supplier<CredentialRevocation> ending,
    String domain,
    String baseUrl,
    MailQueue queue) {
  /** The names of workspaces; what it knows of addresses is not asked here. */
  public WorkspaceDirectory directory() {
    return new WorkspaceDirectory(
        new UniqueNames(mongo, vault, "slug"), new UniqueNames(mongo, vault, "address"), "");
  }

  /** What an operator calls workspaces: by their short names, else by their ids. */
  public UnaryOperator<String> names() {
    Map<String, String> slugs = directory().slugs();
    return id -> slugs.getOrDefault(id, id);
  }

  /**
   * The workspace that goes by this short name or id.
   *
   * @throws ArchiveException there is none
   */
  public WorkspaceId workspace(String nameOrId) {
    var named = directory().find(nameOrId).await();
    if (named.isPresent()) {
      return named.get();
    }
    return log.workspaces().await().stream()
        .filter(id -> id.value().equals(nameOrId))
        .findFirst()
        .orElseThrow(
            () ->
                ArchiveException.unusable(
                    "There is no workspace \""
                        + nameOrId
                        + "\" here: neither a short name nor an id.",
                    null));
  }
}
