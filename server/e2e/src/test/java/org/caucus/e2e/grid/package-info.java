/** Who obtains what on every surface, against a table that is read by people. */
package org.caucus.e2e.grid;
