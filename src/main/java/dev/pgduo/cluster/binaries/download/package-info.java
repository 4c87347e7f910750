/** Servers that are downloaded: Maven artifacts of relocatable builds, unpacked once into the cache. */
@NullMarked
package dev.pgduo.cluster.binaries.download;

import org.jspecify.annotations.NullMarked;
