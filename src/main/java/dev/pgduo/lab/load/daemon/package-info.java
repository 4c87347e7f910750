/** The load that a lab can be put under: a process of its own that outlives pgduo, and keeps a ledger of what was acknowledged. */
@NullMarked
package dev.pgduo.lab.load.daemon;

import org.jspecify.annotations.NullMarked;
