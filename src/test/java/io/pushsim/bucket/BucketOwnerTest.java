package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketOwnerTest {
  private final BucketOwner owner = new BucketOwner("111111111111");

  @Test
  void hasIdsInS3sForms() {
    assertThat(owner.canonicalId()).matches("[0-9a-f]{64}");
    assertThat(owner.principalId()).matches("A[0-9A-Z]{13}");
  }

  @Test
  void hasTheSameIdsAlways_andOthersThanAnotherAccount() {
    BucketOwner same = new BucketOwner("111111111111");
    BucketOwner other = new BucketOwner("222222222222");

    assertThat(same.canonicalId()).isEqualTo(owner.canonicalId());
    assertThat(other.canonicalId()).isNotEqualTo(owner.canonicalId());
    assertThat(other.principalId()).isNotEqualTo(owner.principalId());
  }
}
