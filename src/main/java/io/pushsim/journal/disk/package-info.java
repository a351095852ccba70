/**
 * The journal on disk: entries as JSON in an SQLite database, packages beside it, in a folder that
 * one process has to itself.
 */
@NullMarked
package io.pushsim.journal.disk;

import org.jspecify.annotations.NullMarked;
