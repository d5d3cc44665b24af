import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;

/**
 * A unique index that also serves a query which asks more than its own keys: the library's own scans the collection
 * for "this id, in this version". What it finds is held against the whole query afterwards.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> {
  private final MVMap<KeyValue, Object> positions;

  UniqueIndex(MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.positions = positions;
  }

  @Override
  public synchronized boolean canHandle(Document query) {
    return query.keySet().containsAll(keys()) && super.canHandle(ownKeysOf(query));
  }

  @Override
  public synchronized Iterable<Object> getPositions(Document query) {
    return super.getPositions(ownKeysOf(query));
  }

  private Document ownKeysOf(Document query) {
    Document own = new Document();
    for (String key : keys()) own.put(key, query.get(key));
    return own;
  }

  @Override
  protected Object removeDocument(KeyValue key) {
    return positions.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
  }

  @Override
  protected Iterable<Entry<KeyValue, Object>> getIterable() {
    return positions.entrySet();
  }

  @Override
  protected Object getPosition(KeyValue key) {
    return positions.get(key);
  }

  @Override
  public long getCount() {
    return positions.sizeAsLong();
  }

  @Override
  public boolean isEmpty() {
    return positions.isEmpty();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
