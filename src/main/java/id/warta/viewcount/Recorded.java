package id.warta.viewcount;

/**
 * What PostgreSQL holds of an article.
 *
 * @param articleId the article
 * @param views the views in all batches up to {@code batch}
 * @param batch the newest batch of the article's shard that PostgreSQL holds
 */
record Recorded(long articleId, long views, long batch) {

}
