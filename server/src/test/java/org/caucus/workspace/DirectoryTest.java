package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.log.Installation;
import org.caucus.log.Names;
import org.caucus.log.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {
  @TempDir Path data;
  private Installation installation;
  private Directory directory;

  @BeforeEach
  void open() {
    installation = Installation.open(data);
    directory =
        new Directory(
            new Names(installation.mongo(), installation.vault(), "slug"),
            new Names(installation.mongo(), installation.vault(), "address"),
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
        .isInstanceOf(Refused.class)
        .hasMessageContaining("means something in addresses");
    assertThat(directory.find(name).await()).isEmpty();
    assertThatThrownBy(() -> directory.claim(name, workspace, Ref.to(Ref.Kind.LIST, name)).await())
        .isInstanceOf(Refused.class);
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
