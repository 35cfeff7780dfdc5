//! Many lists of numbers in one vector: a vector of its own for each thing would be most of a
//! large chart.

use std::ops::{Index, IndexMut};

/// Lists, one behind the other.
#[derive(Debug)]
pub(super) struct Lists<T = u32> {
    items: Vec<T>,
}

/// One of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct List {
    start: u32,
    end: u32,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Lists { items: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds a list.
    pub(super) fn add(&mut self, items: impl IntoIterator<Item = T>) -> List {
        let start = self.items.len() as u32;
        self.items.extend(items);
        let end = self.items.len() as u32;
        List { start, end }
    }
}

impl<T: Copy + Default> Lists<T> {
    /// Adds a list for each of so many owners: of pairs of an owner and an item, those that are
    /// its own, in the order they come.
    pub(super) fn add_each(
        &mut self,
        owners: usize,
        pairs: impl Iterator<Item = (u32, T)> + Clone,
    ) -> Vec<List> {
        let mut lists = vec![List::default(); owners];
        for (owner, _) in pairs.clone() {
            lists[owner as usize].end += 1;
        }
        let mut end = self.items.len() as u32;
        for list in &mut lists {
            let length = list.end;
            // Filled below, item by item, up to its end.
            (list.start, list.end) = (end, end);
            end += length;
        }
        self.items.resize(end as usize, T::default());
        for (owner, item) in pairs {
            let list = &mut lists[owner as usize];
            self.items[list.end as usize] = item;
            list.end += 1;
        }
        lists
    }
}

impl<T> Index<List> for Lists<T> {
    type Output = [T];

    #[inline]
    fn index(&self, list: List) -> &[T] {
        &self.items[list.start as usize..list.end as usize]
    }
}

impl<T> IndexMut<List> for Lists<T> {
    fn index_mut(&mut self, list: List) -> &mut [T] {
        &mut self.items[list.start as usize..list.end as usize]
    }
}

impl List {
    /// Whether there is nothing in it.
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_owner_gets_its_own_in_the_order_they_come() {
        let mut lists = Lists::default();
        let first = lists.add([7, 8]);
        let pairs = [(2, 5), (0, 1), (2, 4), (0, 3)];
        let owned = lists.add_each(3, pairs.into_iter());
        assert_eq!(&lists[first], [7, 8]);
        assert_eq!(&lists[owned[0]], [1, 3]);
        assert!(owned[1].is_empty());
        assert_eq!(&lists[owned[2]], [5, 4]);
    }
}
