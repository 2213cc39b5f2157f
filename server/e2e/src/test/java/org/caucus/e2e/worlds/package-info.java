/** Pairs of generated worlds that must be one world to a seat. */
package org.caucus.e2e.worlds;
