/** What the scripts in {@code infra/bench} run: large workspaces, and clocks. Not tests. */
package org.caucus.e2e.bench;
