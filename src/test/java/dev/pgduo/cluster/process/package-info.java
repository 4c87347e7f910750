@NullMarked
package dev.pgduo.cluster.process;

import org.jspecify.annotations.NullMarked;
