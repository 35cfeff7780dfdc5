//! What a Danish municipality is made of: its forvaltninger, their afdelinger and teams, the
//! tasks, posts and target groups of each, and its institutions.
//!
//! Data only. Numbers of KLE are of the right field, and no more than plausible.

mod children;
mod culture;
mod employment;
mod health;
mod social;
mod technical;
mod town_hall;

use rokade_core::entry::FunctionKind;

/// A forvaltning.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    /// The political committee over it.
    pub(super) committee: &'static str,
    pub(super) departments: &'static [Department],
    pub(super) institutions: &'static [Institution],
}

/// An afdeling with the teams it can have, the ones that every municipality has first.
#[derive(Debug)]
pub(super) struct Department {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) head: &'static str,
    pub(super) purpose: &'static str,
    pub(super) house: House,
    pub(super) tasks: &'static [Task],
    pub(super) groups: &'static [Group],
    pub(super) teams: &'static [Team],
}

/// A task that somebody is responsible for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) kle: &'static str,
    pub(super) kind: FunctionKind,
    pub(super) statutory: bool,
    /// Cases for each post; none where cases are not counted.
    pub(super) norm: u32,
}

/// A target group.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    /// Citizens for each hundred entries of staff.
    pub(super) citizens: u32,
    pub(super) pathway: &'static [&'static str],
}

/// A team. Its first post performs all of its tasks.
#[derive(Debug)]
pub(super) struct Team {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    /// Its tasks, with the target groups that each is for; none is anyone.
    pub(super) tasks: &'static [(&'static str, &'static [&'static str])],
    pub(super) posts: &'static [Post],
}

/// Posts of a kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Post {
    pub(super) title: &'static str,
    /// The plural, for ids.
    pub(super) stem: &'static str,
    /// The most of them in one team.
    pub(super) size: u32,
    /// Thousands of kroner a year.
    pub(super) cost: u32,
    pub(super) does: &'static [&'static str],
    /// A competence, by its name.
    pub(super) skill: &'static str,
}

/// An institution of which there are many, each at a site of its own.
#[derive(Debug)]
pub(super) struct Institution {
    /// The afdeling over all of them.
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) head: &'static str,
    /// The name of one, around the place it is named by.
    pub(super) called: (&'static str, &'static str),
    pub(super) unit_type: &'static str,
    pub(super) leader: &'static str,
    pub(super) task: Task,
    /// What else they do, and need not.
    pub(super) extra: Task,
    pub(super) group: Group,
    pub(super) posts: &'static [Post],
    /// The teams of one, where it is too large to have none.
    pub(super) teams: &'static [&'static str],
}

/// The houses that the administration sits in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum House {
    TownHall,
    Jobs,
    Families,
    Health,
    Depot,
    Culture,
}

impl House {
    /// Its id and its name.
    pub(super) fn name(self) -> (&'static str, &'static str) {
        match self {
            House::TownHall => ("raadhuset", "Rådhuset"),
            House::Jobs => ("jobhuset", "Jobhuset"),
            House::Families => ("familiehuset", "Familiehuset"),
            House::Health => ("sundhedshuset", "Sundhedshuset"),
            House::Depot => ("materielgaarden", "Materielgården"),
            House::Culture => ("kulturhuset", "Kulturhuset"),
        }
    }
}

/// The forvaltninger, the ones that also a small municipality has first.
pub(super) static BRANCHES: [&Branch; 7] = [
    &employment::EMPLOYMENT,
    &town_hall::STAFF,
    &children::CHILDREN,
    &health::HEALTH,
    &social::SOCIAL,
    &technical::TECHNICAL,
    &culture::CULTURE,
];

/// What a house needs done, in the order of [`HOUSE_POSTS`].
pub(super) const HOUSE_TASKS: [Task; 4] = [
    support("reception", "Reception og telefon", "00.16"),
    support("kantine", "Kantine", "82.20"),
    support("pedel", "Pedelfunktion", "82.18"),
    support("rengoering", "Rengøring", "82.19"),
];

/// Who does it.
pub(super) const HOUSE_POSTS: [Post; 4] = [
    post(
        "Administrativ medarbejder",
        "administration",
        4,
        430,
        &["reception"],
    ),
    post(
        "Kantinemedarbejder",
        "kantinepersonale",
        3,
        380,
        &["kantine"],
    ),
    post("Teknisk servicemedarbejder", "pedeller", 2, 410, &["pedel"]),
    post("Rengøringsassistent", "rengoering", 6, 350, &["rengoering"]),
];

/// What an institution needs done about its building, and who does it.
pub(super) const BUILDINGS: Task = support("teknisk-service", "Teknisk service", "82.18");
pub(super) const CARETAKER: Post =
    post("Teknisk servicemedarbejder", "teknisk-service", 1, 400, &[]);

/// Posts that any team can have, where more are asked for than its own kinds.
pub(super) const ANYWHERE: [Post; 8] = [
    post("Administrativ medarbejder", "administration", 3, 430, &[]),
    post("Projektmedarbejder", "projektmedarbejdere", 2, 500, &[]),
    post("Udviklingskonsulent", "udviklingskonsulent", 1, 560, &[]),
    post("Studentermedhjælper", "studentermedhjaelpere", 2, 200, &[]),
    post("Elev", "elever", 2, 190, &[]),
    post("Specialkonsulent", "specialkonsulent", 1, 600, &[]),
    post("Assistent", "assistenter", 2, 400, &[]),
    post("Medarbejder i fleksjob", "fleksjob", 2, 250, &[]),
];

const fn task(
    key: &'static str,
    name: &'static str,
    kle: &'static str,
    kind: FunctionKind,
    norm: u32,
) -> Task {
    Task {
        key,
        name,
        kle,
        kind,
        statutory: false,
        norm,
    }
}

const fn citizen(key: &'static str, name: &'static str, kle: &'static str, norm: u32) -> Task {
    task(key, name, kle, FunctionKind::Citizen, norm)
}

/// A task for citizens that the law asks for.
const fn law(key: &'static str, name: &'static str, kle: &'static str, norm: u32) -> Task {
    let mut task = citizen(key, name, kle, norm);
    task.statutory = true;
    task
}

const fn support(key: &'static str, name: &'static str, kle: &'static str) -> Task {
    task(key, name, kle, FunctionKind::Support, 0)
}

const fn management(key: &'static str, name: &'static str, kle: &'static str) -> Task {
    task(key, name, kle, FunctionKind::Management, 0)
}

const fn post(
    title: &'static str,
    stem: &'static str,
    size: u32,
    cost: u32,
    does: &'static [&'static str],
) -> Post {
    Post {
        title,
        stem,
        size,
        cost,
        does,
        skill: "",
    }
}

impl Post {
    const fn skilled(mut self, skill: &'static str) -> Self {
        self.skill = skill;
        self
    }
}

const fn group(
    key: &'static str,
    name: &'static str,
    citizens: u32,
    pathway: &'static [&'static str],
) -> Group {
    Group {
        key,
        name,
        citizens,
        pathway,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_a_team_does_is_described_and_done() {
        let mut tasks: BTreeSet<&str> = HOUSE_TASKS.iter().map(|task| task.key).collect();
        let mut groups = BTreeSet::new();
        let departments = || BRANCHES.iter().flat_map(|branch| branch.departments);
        for department in departments() {
            for task in department.tasks {
                assert!(tasks.insert(task.key), "{} is there twice", task.key);
            }
            for group in department.groups {
                assert!(groups.insert(group.key), "{} is there twice", group.key);
            }
        }
        let mut keys = BTreeSet::new();
        for department in departments() {
            assert!(keys.insert(department.key), "{}", department.key);
            for team in department.teams {
                assert!(keys.insert(team.key), "{}", team.key);
                for (task, of) in team.tasks {
                    assert!(tasks.contains(task), "{}: {task}", team.key);
                    assert!(team.posts[0].does.contains(task), "{}: {task}", team.key);
                    assert!(of.iter().all(|of| groups.contains(of)), "{}", team.key);
                }
                let stems: BTreeSet<&str> = team.posts.iter().map(|post| post.stem).collect();
                assert_eq!(stems.len(), team.posts.len(), "{}", team.key);
                for post in team.posts {
                    let own = |task: &&str| team.tasks.iter().any(|(own, _)| own == task);
                    assert!(post.does.iter().all(own), "{}: {}", team.key, post.stem);
                }
            }
            for group in department.groups {
                assert!(
                    group.pathway.iter().all(|step| tasks.contains(step)),
                    "{}",
                    group.key
                );
            }
        }
    }
}
