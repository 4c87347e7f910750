@NullMarked
package dev.pgduo.cluster.binaries;

import org.jspecify.annotations.NullMarked;
