package io.pushsim.eventsource.embedded.nio2blob;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

/**
 * Objects in memory, up to a number of bytes: s3proxy's own store in memory knows no bound. It
 * keeps versions where a bucket is told to.
 */
public final class MemoryBlobStore extends AbstractNio2BlobStore {
  /** In these units an object takes memory, in bytes: the smallest object takes one. */
  private static final int BLOCK = 8192;

  /**
   * @param mostBytes how much all objects together may take, with what is being uploaded; further
   *     ones fail with an {@link java.io.IOException}
   */
  public MemoryBlobStore(long mostBytes) {
    super(
        Jimfs.newFileSystem(
                Configuration.unix().toBuilder()
                    .setAttributeViews("posix", "user")
                    .setWorkingDirectory("/")
                    .setBlockSize(BLOCK)
                    .setMaxSize(Math.max(mostBytes, BLOCK))
                    .setMaxCacheSize(0)
                    .build())
            .getPath("/"));
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }
}
