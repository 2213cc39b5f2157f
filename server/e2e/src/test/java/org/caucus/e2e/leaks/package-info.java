/** Leaks that happened to other systems, each tried here. */
package org.caucus.e2e.leaks;
