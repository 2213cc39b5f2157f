package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceDirectoryTest {
  @TempDir Path data;
  private Installation installation;
  private WorkspaceDirectory directory;

  @BeforeEach
  void open() {
    installation = Installation.open(data);
    directory =
        new WorkspaceDirectory(
            new UniqueNames(installation.mongo(), installation.vault(), "slug"),
            new UniqueNames(installation.mongo(), installation.vault(), "address"),
            "lists.example");
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bounces",
        "mailer-daemon",
        "postmaster",
        "abuse",
        "security",
        "noreply",
        "notices",
        "admin"
      })
  void whatMeansSomethingInMailIsNoNameOfAWorkspaceOrAList(String name) {
    WorkspaceId workspace = WorkspaceId.random();
    assertThatThrownBy(() -> directory.claimSlug(name, workspace).await())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is reserved for email addresses");
    assertThat(directory.find(name).await()).isEmpty();
    assertThatThrownBy(() -> directory.claim(name, workspace, Ref.to(Ref.Kind.LIST, name)).await())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void workspacesAreCalledByTheirShortNames() {
    WorkspaceId workspace = WorkspaceId.random();
    directory.claimSlug("delta", workspace).await();
    directory.claim("delta", workspace, Ref.to(Ref.Kind.WORKSPACE, "delta")).await();
    directory.claim("delta-all", workspace, Ref.to(Ref.Kind.LIST, "all")).await();

    assertThat(directory.slugs()).containsExactly(java.util.Map.entry(workspace.value(), "delta"));
  }
}
