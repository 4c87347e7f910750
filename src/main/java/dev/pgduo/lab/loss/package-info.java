/** What a failover costs: what was committed on the old primary and is not on the new one, and for how long nobody could commit. */
@NullMarked
package dev.pgduo.lab.loss;

import org.jspecify.annotations.NullMarked;
