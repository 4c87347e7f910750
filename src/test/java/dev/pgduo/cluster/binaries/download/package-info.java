@NullMarked
package dev.pgduo.cluster.binaries.download;

import org.jspecify.annotations.NullMarked;
