@NullMarked
package dev.pgduo.cluster.version;

import org.jspecify.annotations.NullMarked;
