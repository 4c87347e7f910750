/**
 * The load that a lab can be put under: a process of its own that outlives pgduo, and keeps a ledger of each transaction's
 * result.
 */
@NullMarked
package dev.pgduo.lab.load.daemon;

import org.jspecify.annotations.NullMarked;
