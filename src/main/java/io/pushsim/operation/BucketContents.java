package io.pushsim.operation;

import java.util.Collection;

/**
 * What is in the buckets, as far as their own coming and going is about it: the port to wherever
 * objects are kept. It is called while operations are decided, one at a time.
 */
public interface BucketContents {
  /** Where no objects are kept: every bucket is empty. */
  BucketContents NONE =
      new BucketContents() {
        @Override
        public void create(String bucket) {}

        @Override
        public void delete(String bucket) {}

        @Override
        public void clear(Collection<String> buckets) {}
      };

  /** A bucket is about to be made, with nothing in it. */
  void create(String bucket);

  /**
   * A bucket is about to go; nothing comes into it any more.
   *
   * @throws io.pushsim.error.SimulatorException BucketNotEmpty: it stays
   */
  void delete(String bucket);

  /** These buckets are about to go, with all that is in them. */
  void clear(Collection<String> buckets);
}
