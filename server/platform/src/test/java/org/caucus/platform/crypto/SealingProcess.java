package org.caucus.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.chain.RecordHash;

/**
 * A process that prefers native code where it can have it, reads the log in a directory and appends
 * a record. Prints who does the arithmetic, the workspace, and what it read.
 */
final class SealingProcess {
  private SealingProcess() {}

  /** Of this directory, and this workspace if there is one yet. */
  public static void main(String[] args) {
    NativeProvider.prefer();
    System.out.println("provider " + Security.getProviders()[0].getName());
    try (var caucus = Installation.open(Path.of(args[0]))) {
      WorkspaceId workspace = args.length > 1 ? new WorkspaceId(args[1]) : caucus.workspace();
      System.out.println("workspace " + workspace.value());
      var there = caucus.log().read(workspace, 0, RecordHash.NONE, 10).await();
      there.forEach(record -> System.out.println("read " + new String(record.plain(), UTF_8)));
      caucus.append(
          workspace, there.size() + 1L, List.of(("post " + (there.size() + 1)).getBytes(UTF_8)));
    }
  }
}
